import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { issueGrant, systemGrant } from '#lib/access/index.ts'
import { arrangeBill, extendBill, findPayLink, moveBills } from '#lib/billing/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { identifierContext } from '#lib/identity/create-account.ts'
import { listPush, sendMessage, subscribePush, unsubscribePush } from '#lib/notifications/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { seal, sha256 } from '#lib/platform/crypto/index.ts'
import { database } from '#lib/platform/database/index.ts'
import { createBilledPerson } from '#lib/testing/billed-person.ts'
import { useOwnDatabase } from '#lib/testing/own-database.ts'
import { createTestStaff, type TestPerson } from '#lib/testing/people.ts'
import { startMailbox } from '#sandbox/mail/start-mailbox.ts'
import { chooseReminders, listArrears, readNotices, sendNotices } from './index.ts'

let mailbox: Awaited<ReturnType<typeof startMailbox>>

beforeAll(async () => {
  mailbox = await startMailbox({ host: '127.0.0.1', port: 0, smtpPort: 0, smsToken: 'x', stateFile: null })
  process.env.SMTP_URL = mailbox.smtpUrl
  process.env.PUSH_SERVICES = mailbox.url
  await useOwnDatabase()
}, 60_000)
afterAll(() => mailbox.stop())

/** Noon in Shanghai of a day, or another hour there. */
const at = (day: string, hour = 12) => new Date(`${day}T${String((hour + 16) % 24).padStart(2, '0')}:00:00Z`)

async function on<T>(moment: Date, run: () => Promise<T>): Promise<T> {
  clock.hold(moment)
  try {
    return await run()
  } finally {
    clock.hold(null)
  }
}

const sweep = () => sendNotices(systemGrant('job:arrears.notify', 'arrears:notify', { brand: '' }))

async function debtor(locale = 'en') {
  const { person, bill } = await createBilledPerson()
  const system = database('system')
  await system.account.update({ where: { id: person.id }, data: { locale } })
  const address = `${person.id}@example.com`
  const id = crypto.randomUUID()
  await system.signInIdentifier.create({
    data: {
      id,
      brand: person.brand,
      subjectId: person.id,
      kind: 'email',
      blindIndex: sha256(address),
      sealed: seal(address, identifierContext(id)),
      verifiedAt: new Date('2026-01-01'),
    },
  })
  return { person, bill, address }
}

/** A browser of the stand-in, subscribed as the person's own would be. */
async function addBrowser(person: TestPerson) {
  const response = await fetch(`${mailbox.url}/push/subscriptions`, { method: 'POST' })
  const subscription = await response.json()
  await subscribePush(person.grant('notices:choose'), { subscription, client: 'Firefox on Linux' })
  return subscription.endpoint as string
}

async function deliver(person: TestPerson): Promise<string[]> {
  const rows = await database('system').outgoingMessage.findMany({
    where: { subjectId: person.id, sentAt: null },
    orderBy: { id: 'asc' },
  })
  const grant = systemGrant('test', 'messages:send', { brand: person.brand })
  for (const { id } of rows) await sendMessage(grant, { messageId: id })
  return rows.map(({ channel, kind }) => `${channel} ${kind}`)
}

const pushed = async (endpoint: string): Promise<{ text: string }[]> =>
  (await (await fetch(`${mailbox.url}/api/push?endpoint=${encodeURIComponent(endpoint)}`)).json()).messages
const mailed = async (to: string): Promise<{ subject: string; text: string }[]> =>
  (await (await fetch(`${mailbox.url}/api/mail?to=${encodeURIComponent(to)}`)).json()).messages
const stagesOf = async (person: TestPerson) =>
  (await readNotices(person.grant('notices:view'))).notices.map(({ stage }) => stage)

describe('arrears', () => {
  it('[ENB-17] are told after the due date by web push, mail and in the portal, once a stage, never in quiet hours', async () => {
    const { person, bill, address } = await debtor()
    const browser = await addBrowser(person)
    // Due on the 15th: nothing on that day, nothing in the night after it.
    await on(at('2026-11-15'), sweep)
    await on(at('2026-11-16', 7), sweep)
    await on(at('2026-11-16', 22), sweep)
    expect(await stagesOf(person)).toEqual([])
    await on(at('2026-11-16', 9), async () => {
      await Promise.all([sweep(), sweep(), sweep()])
      expect(await sweep()).toBe(0)
      expect(await deliver(person)).toEqual(['mail arrears.reminder', 'push arrears.reminder'])
    })
    await on(at('2026-11-20'), sweep)
    expect(await stagesOf(person)).toEqual(['reminder'])
    const [push] = await pushed(browser)
    expect(JSON.parse(push?.text ?? '')).toMatchObject({
      title: 'A bill is overdue',
      body: `Bill ${bill.number} was to be paid by 15 November 2026.`,
      path: `/energybilling/me/bills/${bill.id}`,
    })
    const [mail] = await mailed(address)
    expect(mail?.subject).toBe(`EnergyBilling: bill ${bill.number} is overdue`)
    expect(mail?.text).toContain('CN¥')
    const [, token = ''] = /\/energybilling\/pay\/(\S+)/.exec(mail?.text ?? '') ?? []
    const visitor = issueGrant({ kind: 'anonymous', brand: 'energybilling' }, 'bills:pay-by-link', {
      brand: 'energybilling',
    })
    expect(await on(at('2026-11-17'), () => findPayLink(visitor, token))).toMatchObject({
      billId: bill.id,
      number: bill.number,
      live: true,
    })
    await on(at('2026-11-23'), sweep)
    await on(at('2026-12-15'), sweep)
    expect(await stagesOf(person)).toEqual(['interruption_notice', 'second_reminder', 'reminder'])
  })

  it('[ENB-17] reminders can be switched off, and what the law asks for is sent all the same', async () => {
    const { person } = await debtor('fr')
    await chooseReminders(person.grant('notices:choose'), { reminders: 'off' })
    await on(at('2026-11-16'), async () => {
      await sweep()
      expect(await deliver(person)).toEqual([])
    })
    const { notices, reminders } = await readNotices(person.grant('notices:view'))
    expect([reminders, notices.map(({ stage, sent }) => [stage, sent])]).toEqual([false, [['reminder', false]]])
    await on(at('2026-11-30'), async () => {
      await sweep()
      expect(await deliver(person)).toEqual(['mail arrears.formal_notice'])
    })
    await chooseReminders(person.grant('notices:choose'), { reminders: 'on' })
    expect((await readNotices(person.grant('notices:view'))).reminders).toBe(true)
  })

  it('follow more time and instalments, and end with the payment', async () => {
    const later = await debtor()
    const parts = await debtor()
    await on(at('2026-11-14'), () => extendBill(later.person.grant('bills:pay-later'), { billId: later.bill.id }))
    await on(at('2026-11-14'), () =>
      arrangeBill(parts.person.grant('bills:pay-later'), { billId: parts.bill.id, instalments: 2 }),
    )
    await on(at('2026-11-20'), sweep)
    expect([await stagesOf(later.person), await stagesOf(parts.person)]).toEqual([[], []])
    await on(at('2026-11-30'), sweep)
    expect([await stagesOf(later.person), await stagesOf(parts.person)]).toEqual([['reminder'], []])
    await on(at('2026-12-15'), async () => {
      await moveBills(systemGrant('job:bills.move', 'bills:move', { brand: '' }))
      await sweep()
    })
    expect(await stagesOf(parts.person)).toEqual(['reminder'])
  })

  it('wait with what was queued late until quiet hours are over', async () => {
    const { person } = await debtor()
    await on(at('2026-11-16', 20), sweep)
    await on(at('2026-11-16', 21), () => deliver(person))
    const [left] = await database('system').outgoingMessage.findMany({ where: { subjectId: person.id } })
    expect(left).toMatchObject({ sentAt: null })
    const jobs = await database('system').$queryRaw<{ start: Date }[]>`
      SELECT start_after AS start FROM pgboss.job WHERE data->>'messageId' = ${left?.id} ORDER BY start_after LIMIT 1`
    expect(jobs[0]?.start.toISOString()).toBe('2026-11-17T00:00:00.000Z')
  })

  it('reach a browser once however often it is added, and forget it when its service does or its person says so', async () => {
    const { person } = await debtor()
    const [one, other] = [await addBrowser(person), await addBrowser(person)]
    await fetch(one, { method: 'DELETE' })
    await on(at('2026-11-16'), async () => {
      await sweep()
      await deliver(person)
    })
    const [left, ...more] = await listPush(person.grant('notices:view'))
    expect(more).toEqual([])
    expect((await pushed(other)).length).toBe(1)
    await unsubscribePush(person.grant('notices:choose'), { subscriptionId: left?.id ?? '' })
    expect(await listPush(person.grant('notices:view'))).toEqual([])
  })

  it('are never pushed to an address that is no push service', async () => {
    const { person } = await debtor()
    for (const endpoint of ['http://127.0.0.1:5432/x', 'https://internal.example/x', `${mailbox.url}.example/x`]) {
      const subscription = { endpoint, keys: { p256dh: 'B'.repeat(87), auth: 'A'.repeat(22) } }
      const attempt = subscribePush(person.grant('notices:choose'), { subscription, client: 'x' })
      await expect(attempt).rejects.toMatchObject({ code: 'notices.unknown_service' })
    }
  })

  it('are seen by staff of the brand with amount, age and stage, by support and data operators only', async () => {
    const { person, bill } = await debtor()
    await on(at('2026-11-16'), sweep)
    const staff = await createTestStaff('support')
    const grant = issueGrant(staff, 'arrears:review', { brand: 'energybilling' })
    const { rows } = await on(at('2026-11-25'), () => listArrears(grant, { limit: 100 }))
    expect(rows.find(({ id }) => id === bill.id)).toMatchObject({
      ref: person.ref,
      openMinor: bill.totalMinor,
      days: 10,
      stage: 'reminder',
      arranged: false,
    })
    const elsewhere = issueGrant(staff, 'arrears:review', { brand: 'we-lock' })
    expect((await on(at('2026-11-25'), () => listArrears(elsewhere, { limit: 100 }))).rows).toEqual([])
    const auditor = await createTestStaff('auditor')
    expect(() => issueGrant(auditor, 'arrears:review', { brand: 'energybilling' })).toThrow()
  })

  it('have the texts of each stage in each language', async () => {
    const { renderMail, renderPush, renderSms } = await import('#lib/notifications/render-message.ts')
    for (const { key } of getManifest('energybilling').arrears.stages)
      for (const locale of ['en', 'zh-CN', 'fr'] as const) {
        const values = { number: 'N', amount: '1', date: 'D' }
        const content = { kind: `arrears.${key}`, to: 'x', locale, values }
        for (const text of [renderMail('energybilling', content).text, renderSms('energybilling', content)])
          expect(text).not.toContain('mail.arrears')
        expect(renderPush('energybilling', content)).not.toMatch(/mail\.arrears|"1"/)
      }
  })
})
