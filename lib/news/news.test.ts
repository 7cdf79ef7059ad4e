import { randomUUID } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { NextRequest } from 'next/server'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { POST } from '#app/api/[brand]/unsubscribe/[token]/route.ts'
import { inScope, issueGrant, systemGrant } from '#lib/access/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { decideConsent, isGranted } from '#lib/consents/index.ts'
import { createAccount, normaliseIdentifier } from '#lib/identity/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { database } from '#lib/platform/database/index.ts'
import { drainJobs } from '#lib/testing/drain-jobs.ts'
import { useOwnDatabase } from '#lib/testing/own-database.ts'
import { sendMailJob } from '#worker/jobs/send-mail.ts'
import { sendNewsJob } from '#worker/jobs/send-news.ts'
import { leaveList, noteRead, openMailToken } from './index.ts'

vi.mock('next-intl/server', async () => {
  const { translator } = await import('#lib/platform/i18n/index.ts')
  return { getTranslations: async (namespace: string) => translator('en', namespace) }
})

const BRAND = 'wellborne-plus'
const sent: Email[] = []
const smtp = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onData(stream, _session, done) {
    const chunks: Buffer[] = []
    stream.on('data', (chunk: Buffer) => chunks.push(chunk))
    stream.on('end', () => {
      void PostalMime.parse(Buffer.concat(chunks)).then((mail) => {
        sent.push(mail)
        done()
      })
    })
  },
})

beforeAll(async () => {
  const port = await new Promise<number>((resolve) => {
    const server = smtp.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })
  process.env.SMTP_URL = `smtp://127.0.0.1:${port}`
  await useOwnDatabase()
  clock.hold(new Date('2026-11-22T09:30:00Z'))
})
afterAll(async () => {
  clock.hold(null)
  await new Promise<void>((resolve) => smtp.close(() => resolve()))
})

/** Somebody with a mail address and what they agreed to. */
async function reader(...granted: readonly string[]) {
  const to = `${randomUUID().slice(0, 13)}@mail.example`
  const identifier = normaliseIdentifier(getManifest(BRAND), 'email', to)
  if (!identifier) throw new Error(`${to} is no address`)
  const grant = systemGrant('test', 'demo:seed', { brand: BRAND })
  const account = {
    identifiers: [identifier],
    passwordHash: null,
    birthDate: null,
    locale: 'en' as const,
    policyVersion: '2.1',
  }
  const { id } = await inScope(grant, (tx) => createAccount(tx, grant, account))
  const decide = (purpose: string, decision: 'granted' | 'refused') =>
    decideConsent(
      issueGrant(
        {
          kind: 'person',
          id,
          brand: BRAND,
          sessionId: id,
          authenticatedAt: clock.now(),
          closing: false,
          agreementDue: false,
        },
        'consents:decide',
        { brand: BRAND },
      ),
      { purpose, decision, locale: 'en' },
    )
  for (const purpose of granted) await decide(purpose, 'granted')
  const mails = () => sent.filter((mail) => mail.to?.some(({ address }) => address === to))
  const holds = (purpose: string) => database('system').$transaction((tx) => isGranted(tx, BRAND, id, purpose))
  const activity = async () =>
    (await database('system').dataRecord.findMany({ where: { subjectId: id, category: 'mail_activity' } })).map(
      ({ fields }) => (fields as { event: string }).event,
    )
  return { id, decide, mails, holds, activity }
}

async function mailNews(): Promise<void> {
  await sendNewsJob.run({})
  expect((await drainJobs(sendMailJob)).failed).toBe(0)
}

const header = (mail: Email | undefined, name: string) =>
  mail?.headers.find(({ key }) => key === name.toLowerCase())?.value ?? ''
const tokenOf = (address: string) => /unsubscribe\/([^>/]+)>?$/.exec(address)?.[1] ?? ''
const anonymous = { kind: 'anonymous', brand: BRAND } as const
const noting = issueGrant(anonymous, 'news:note-read', anonymous)

function oneClick(token: string, body: string, brand = BRAND): Promise<Response> {
  const request = new NextRequest(`http://localhost/api/${brand}/unsubscribe/${token}`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body,
  })
  return POST(request, { params: Promise.resolve({ brand, token }) })
}

describe('news by mail', () => {
  it('[WBP-07] goes to those who agreed, once, and has no pixel and no marked link without a consent of its own', async () => {
    const plain = await reader('marketing_mail')
    const tracked = await reader('marketing_mail', 'mail_tracking')
    const never = [await reader(), await reader('mail_tracking')]
    const left = await reader('marketing_mail')
    await left.decide('marketing_mail', 'refused')
    await mailNews()
    await mailNews()
    for (const { mails } of [...never, left]) expect(mails()).toEqual([])

    const [mail, ...more] = plain.mails()
    expect(more).toEqual([])
    expect(mail?.html).not.toMatch(/<img|src=|background=|url\(/i)
    const links = [...(mail?.html ?? '').matchAll(/href="([^"]+)"/g)].map(([, href = '']) => href.split('/').slice(3))
    expect(links.map(([first, second]) => [first, second])).toEqual([
      [BRAND, 'policy'],
      [BRAND, 'unsubscribe'],
    ])
    expect(links[0]?.join('/')).toBe(`${BRAND}/policy/versions`)

    const [told] = tracked.mails()
    expect(told?.html).toMatch(new RegExp(`<img src="[^"]+/api/${BRAND}/news/[^"]+/opened" width="1"`))
    expect(told?.html).toMatch(/\/followed"/)
  })

  it('[WBP-07] can be left with one click: the header, a POST without session or Origin, and no more news', async () => {
    const person = await reader('marketing_mail')
    await mailNews()
    const [mail] = person.mails()
    const address = header(mail, 'List-Unsubscribe')
    expect(address).toMatch(/^<https?:\/\/[^>]+\/api\/wellborne-plus\/unsubscribe\/[A-Za-z0-9_-]+>$/)
    expect(header(mail, 'List-Unsubscribe-Post')).toBe('List-Unsubscribe=One-Click')
    expect(address).not.toContain(person.id)
    const token = tokenOf(address)
    expect((await oneClick(token, '')).status).toBe(422)
    expect((await oneClick(`${token.slice(0, -4)}AAAA`, 'List-Unsubscribe=One-Click')).status).toBe(422)
    expect((await oneClick(token, 'List-Unsubscribe=One-Click', 'we-lock')).status).toBe(422)
    expect(await person.holds('marketing_mail')).toBe(true)
    for (let press = 0; press < 2; press += 1)
      expect((await oneClick(token, 'List-Unsubscribe=One-Click')).status).toBe(200)
    expect(await person.holds('marketing_mail')).toBe(false)
    const rows = await database('system').consentRecord.findMany({
      where: { subjectId: person.id, purpose: 'marketing_mail' },
      orderBy: { decidedAt: 'asc' },
    })
    expect(rows.map(({ decision, way }) => [decision, way])).toContainEqual(['withdrawn', 'unsubscribe'])
    expect(rows).toHaveLength(2)
    await database('system').newsDelivery.deleteMany({ where: { subjectId: person.id } })
    await mailNews()
    expect(person.mails()).toHaveLength(1)
  })

  it('[WBP-07] tells of its reader only while that is agreed to, and to no signal', async () => {
    const person = await reader('marketing_mail', 'mail_tracking')
    await mailNews()
    const token = /news\/([^/]+)\/opened/.exec(person.mails()[0]?.html ?? '')?.[1] ?? ''
    expect(openMailToken(BRAND, 'leave', token)).toBeNull()
    expect(await noteRead(noting, { token, event: 'opened', signalled: true })).toBe(`/${BRAND}/policy/versions`)
    expect(await person.activity()).toEqual([])
    for (let times = 0; times < 2; times += 1) await noteRead(noting, { token, event: 'opened', signalled: false })
    await noteRead(noting, { token, event: 'clicked', signalled: false })
    expect((await person.activity()).toSorted()).toEqual(['clicked', 'opened'])
    await person.decide('mail_tracking', 'refused')
    await database('system').dataRecord.deleteMany({ where: { subjectId: person.id } })
    await noteRead(noting, { token, event: 'clicked', signalled: false })
    expect(await person.activity()).toEqual([])
    expect(await noteRead(noting, { token: 'forged', event: 'clicked', signalled: false })).toBe(`/${BRAND}`)
  })

  it('leaves whoever is erased in peace', async () => {
    const person = await reader('marketing_mail')
    await mailNews()
    const token = tokenOf(header(person.mails()[0], 'List-Unsubscribe'))
    await database('system').account.update({ where: { id: person.id }, data: { state: 'erased' } })
    const before = await database('system').consentRecord.count({ where: { subjectId: person.id } })
    await leaveList(issueGrant(anonymous, 'news:leave', anonymous), { token, locale: 'en' })
    expect(await database('system').consentRecord.count({ where: { subjectId: person.id } })).toBe(before)
  })
})
