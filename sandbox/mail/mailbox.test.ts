import { createTransport } from 'nodemailer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SANDBOX_DEFAULTS, type Sandbox, startSandbox } from '../start-sandbox.ts'
import { switchesOf } from '../trial/switches.ts'
import type { MailMessage, SmsMessage } from './message.ts'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox()
})
afterAll(() => sandbox.stop())

const get = async (path: string) => (await fetch(`${sandbox.mailboxUrl}${path}`)).text()
const mailsTo = async (to: string): Promise<MailMessage[]> =>
  JSON.parse(await get(`/api/mail?to=${encodeURIComponent(to)}`)).messages
const textsTo = async (to: string): Promise<SmsMessage[]> =>
  JSON.parse(await get(`/api/sms?to=${encodeURIComponent(to)}`)).messages
const send = (mail: object) => createTransport(sandbox.smtpUrl).sendMail({ from: 'portal@example.com', ...mail })

describe('mail', () => {
  it('arrives with its parts, newest first, by recipient', async () => {
    await send({
      to: 'Ada <ada@example.com>',
      subject: 'Vérifiez 验证码',
      text: 'Code 123456\nOpen http://127.0.0.1:9/verify?a=1&b=2.',
      html: '<p>Code <b>123456</b></p><a href="http://127.0.0.1:9/verify?a=1&amp;b=2">Open</a>',
      attachments: [{ filename: 'bill.pdf', content: Buffer.from('pdf') }],
      headers: { 'List-Unsubscribe': '<mailto:stop@example.com>' },
    })
    await send({ to: 'ada@example.com', bcc: 'bob@example.com', subject: 'Second', text: 'Hello' })
    const mails = await mailsTo('ADA@example.com')
    expect(mails.map((mail) => mail.subject)).toEqual(['Second', 'Vérifiez 验证码'])
    expect(mails[1]).toMatchObject({
      from: 'portal@example.com',
      to: ['ada@example.com'],
      links: ['http://127.0.0.1:9/verify?a=1&b=2'],
      headers: { 'list-unsubscribe': '<mailto:stop@example.com>' },
      attachments: [{ filename: 'bill.pdf', bytes: 3 }],
    })
    expect(await mailsTo('bob@example.com')).toHaveLength(1)
    const page = await get(`/mail/${mails[1]?.id}`)
    expect(page).toContain('href="http://127.0.0.1:9/verify?a=1&amp;b=2"')
    expect(await get('/?to=bob@example.com')).not.toContain('验证码')
  })

  it('that is hostile stays text, and its own markup can do nothing', async () => {
    const attack = '<script>alert(1)</script>'
    await send({
      from: `"${attack}" <evil@example.com>`,
      to: 'eve@example.com',
      subject: attack,
      text: `${attack} javascript:alert(1) http://127.0.0.1:9/"onmouseover="alert(1)`,
      html: `${attack}<img src=x onerror=alert(1)><a href="javascript:alert(1)">x</a>`,
      attachments: [{ filename: `${attack}.txt`, content: 'x' }],
    })
    const [mail] = await mailsTo('eve@example.com')
    for (const page of [await get('/'), await get(`/?to=${attack}`), await get(`/mail/${mail?.id}`)]) {
      expect(page).not.toContain('<script')
      expect(page).not.toContain('href="javascript')
      expect(page).not.toContain('"onmouseover')
    }
    const framed = await fetch(`${sandbox.mailboxUrl}/mail/${mail?.id}/html`)
    expect(framed.headers.get('content-security-policy')).toMatch(/^sandbox; default-src 'none'/)
    expect((await fetch(`${sandbox.mailboxUrl}/`)).headers.get('content-security-policy')).toContain(
      "default-src 'none'",
    )
  })

  it('is turned away for a while when told to', async () => {
    await switchesOf(sandbox.mailboxUrl).fault({ kind: 'status_500', match: { method: 'SMTP' } })
    await expect(send({ to: 'late@example.com', text: 'x' })).rejects.toMatchObject({ responseCode: 451 })
    await send({ to: 'late@example.com', text: 'x' })
    expect(await mailsTo('late@example.com')).toHaveLength(1)
  })
})

describe('text messages', () => {
  function post(body: unknown, headers: Record<string, string> = {}) {
    return fetch(`${sandbox.mailboxUrl}/sms/messages`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${SANDBOX_DEFAULTS.smsToken}`,
        'content-type': 'application/json',
        ...headers,
      },
      body: JSON.stringify(body),
    })
  }

  it('are taken with the token, shown, and found by number', async () => {
    const answer = await post({ to: '+15550100', text: 'Code <b>654321</b>' })
    expect(answer.status).toBe(201)
    expect(await answer.json()).toMatchObject({ to: '+15550100', status: 'queued' })
    expect(await textsTo('+15550100')).toMatchObject([{ text: 'Code <b>654321</b>' }])
    expect(JSON.parse(await get('/api/sms?to=+15550100')).messages).toHaveLength(1)
    expect(await get('/sms')).toContain('Code &lt;b&gt;654321')
  })

  it('are sent once for one key', async () => {
    const one = { to: '+15550101', text: 'Once' }
    expect((await post(one, { 'idempotency-key': 'k' })).status).toBe(201)
    expect((await post(one, { 'idempotency-key': 'k' })).status).toBe(200)
    expect((await post({ ...one, text: 'Other' }, { 'idempotency-key': 'k' })).status).toBe(409)
    expect(await textsTo('+15550101')).toHaveLength(1)
  })

  it.each([
    [{ to: '0155', text: 'x' }, {}, 400],
    [{ to: '+15550100', text: '' }, {}, 400],
    [{ to: '+15550100', text: 'x' }, { authorization: 'Bearer wrong' }, 401],
  ])('are refused when wrong: %j %j', async (body, headers, status) => {
    expect((await post(body, { ...headers })).status).toBe(status)
  })

  it('leave no token in the log', async () => {
    const logged = await switchesOf(sandbox.mailboxUrl).requests()
    expect(JSON.stringify(logged)).not.toContain(SANDBOX_DEFAULTS.smsToken)
  })
})
