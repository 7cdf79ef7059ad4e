import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import PostalMime from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inScope, systemGrant } from '#lib/access/index.ts'
import { database } from '#lib/platform/database/index.ts'
import { LOCALES } from '#lib/platform/i18n/index.ts'
import { createTestPerson } from '#lib/testing/people.ts'
import { messagesHeld, queueMail, queueSms, sendMessage } from './index.ts'
import { renderMail, renderSms } from './render-message.ts'

const mails: { from: string; to: string[]; raw: string }[] = []
const texts: { key: string; token: string; body: unknown }[] = []
let refusing = false

const smtp = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onData(stream, session, done) {
    const chunks: Buffer[] = []
    stream.on('data', (chunk: Buffer) => chunks.push(chunk))
    stream.on('end', () => {
      const { mailFrom, rcptTo } = session.envelope
      if (!refusing)
        mails.push({
          from: mailFrom ? mailFrom.address : '',
          to: rcptTo.map(({ address }) => address),
          raw: Buffer.concat(chunks).toString('utf8'),
        })
      done(refusing ? new Error('busy') : null)
    })
  },
})
const sms = createServer((request, response) => {
  let body = ''
  request.on('data', (chunk: Buffer) => {
    body += chunk.toString('utf8')
  })
  request.on('end', () => {
    texts.push({
      key: String(request.headers['idempotency-key']),
      token: String(request.headers.authorization),
      body: JSON.parse(body),
    })
    response.writeHead(refusing ? 500 : 201).end('{}')
  })
})

beforeAll(async () => {
  const listening = await new Promise<number>((resolve) => {
    const server = smtp.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })
  process.env.SMTP_URL = `smtp://127.0.0.1:${listening}`
  const port = await new Promise<number>((resolve) => {
    sms.listen(0, '127.0.0.1', () => resolve((sms.address() as AddressInfo).port))
  })
  process.env.SMS_API_URL = `http://127.0.0.1:${port}/sms/messages`
})
afterAll(async () => {
  await new Promise<void>((resolve) => smtp.close(() => resolve()))
  sms.close()
})

async function queued(channel: 'mail' | 'sms', to: string, kind = 'identity.sign_in_code') {
  const person = await createTestPerson('wellborne-plus')
  const grant = systemGrant('test', 'messages:send', { brand: person.brand })
  const queue = channel === 'mail' ? queueMail : queueSms
  await inScope(grant, (tx) =>
    queue(
      tx,
      { brand: person.brand, subject: person.id },
      { kind, to, locale: 'en', values: { code: '012345', minutes: 10 } },
    ),
  )
  const find = () => database('system').outgoingMessage.findFirstOrThrow({ where: { subjectId: person.id } })
  const { id: messageId } = await find()
  return { person, grant, messageId, find, send: () => sendMessage(grant, { messageId }) }
}

describe('messages', () => {
  it('[WBP-01] keeps address and words sealed, sends the mail once over SMTP, and forgets them', async () => {
    const to = 'ada@example.com'
    const { send, find, messageId } = await queued('mail', to)
    const before = await find()
    expect(Buffer.from(before.sealed ?? []).includes(to)).toBe(false)
    const [job] = await database('system').$queryRaw<
      { data: unknown }[]
    >`SELECT data FROM pgboss.job WHERE name = 'mail.send' AND data->>'messageId' = ${messageId}`
    expect(job?.data).toEqual({ brand: 'wellborne-plus', messageId })
    await send()
    await send()
    expect(mails).toHaveLength(1)
    expect(mails[0]?.to).toEqual([to])
    const mail = await PostalMime.parse(mails[0]?.raw ?? '')
    expect(mail.subject).toBe('012345 is your code for Wellborne Plus')
    expect(mail.from?.name).toBe('Wellborne Plus')
    expect(mail.messageId).toContain(messageId)
    expect(mail.text).toContain('012345')
    expect(mail.text).toContain('responsible:')
    expect(mail.html).toContain('<strong')
    expect(mail.html).not.toMatch(/<img|<script|src=/)
    expect(await find()).toMatchObject({ sealed: null, sentAt: expect.any(Date) })
  })

  it('posts a text message with token and key', async () => {
    const { send, messageId, find } = await queued('sms', '+8613800138000')
    await send()
    expect(texts.at(-1)).toEqual({
      key: messageId,
      token: `Bearer ${process.env.SMS_API_TOKEN}`,
      body: { to: '+8613800138000', text: expect.stringContaining('012345') },
    })
    expect((await find()).sealed).toBeNull()
  })

  it('keeps a message that was not taken, for the next try', async () => {
    refusing = true
    const mail = await queued('mail', 'bob@example.com')
    const text = await queued('sms', '+8613800138001')
    await expect(mail.send()).rejects.toThrow()
    await expect(text.send()).rejects.toThrow('500')
    refusing = false
    expect((await mail.find()).sealed).not.toBeNull()
    await mail.send()
    await text.send()
    expect((await mail.find()).sealed).toBeNull()
  })

  it('sends nothing for a person who was erased meanwhile', async () => {
    const { person, grant, send } = await queued('mail', 'gone@example.com')
    const of = { brand: person.brand, subject: person.id }
    const messages = () => database('system').outgoingMessage.count({ where: { subjectId: person.id } })
    expect(await messages()).toBe(1)
    await inScope(grant, (tx) => messagesHeld.erase(tx, of))
    expect(await messages()).toBe(0)
    await send()
    expect(mails.some(({ to }) => to.includes('gone@example.com'))).toBe(false)
  })

  it('has subject, text and text message of each kind in each language, and no markup comes in by a value', () => {
    const kinds = ['sign_up_code', 'account_exists', 'sign_in_code', 'no_account', 'recovery_code']
    kinds.push('step_up_code', 'change_code', 'password_changed', 'identifier_changed')
    for (const locale of LOCALES)
      for (const kind of kinds) {
        const content = { kind: `identity.${kind}`, to: 'x', locale, values: { code: '<b>1', minutes: 10 } }
        const mail = renderMail('we-lock', content)
        expect(mail.subject).not.toContain('mail.')
        expect(mail.text).toContain('WE.LOCK')
        expect(mail.html).not.toContain('<b>1')
        expect(renderSms('we-lock', content).length).toBeLessThan(320)
      }
  })

  it('says to whom an account is stopped why, and what they can do, in each language and in a text message too', () => {
    const path = '/we-lock/request?kind=complaint'
    for (const locale of LOCALES) {
      const texts = ['child_reported', 'child_found', 'guardian_withdrew'].map((reason) => {
        const content = { kind: 'retention.stopped', to: 'x', locale, values: { reason }, path, linkInText: true }
        const mail = renderMail('we-lock', content)
        for (const text of [mail.text, renderSms('we-lock', content)]) expect(text).toContain(path)
        expect(renderSms('we-lock', content).length).toBeLessThan(320)
        return mail.text
      })
      expect(new Set(texts).size).toBe(3)
    }
  })
})
