import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { inScope, issueGrant, systemGrant } from '#lib/access/index.ts'
import { listAnnouncements, listTold, sendAnnouncement } from '#lib/announcements/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { startSignUp } from '#lib/identity/index.ts'
import { receiveRecords } from '#lib/intake/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { database } from '#lib/platform/database/index.ts'
import { eraseAccount, undoCancel } from '#lib/retention/index.ts'
import { sendWaiting, startCarriers } from '#lib/testing/carriers.ts'
import { asStaff, somebodyWithMail, withTwo } from '#lib/testing/governed-brand.ts'
import { useOwnDatabase } from '#lib/testing/own-database.ts'
import { createTestStaff } from '#lib/testing/people.ts'
import { readWindDown, scheduleWindDown, startWindDownOperation } from './index.ts'

const BRAND = 'we-e-charge'
const OTHER = 'we-lock'
let carriers: Awaited<ReturnType<typeof startCarriers>>

beforeAll(async () => {
  carriers = await startCarriers()
  await useOwnDatabase()
})
afterAll(() => carriers.stop())
afterEach(() => clock.shift(0))

const intake = (brand: string) =>
  receiveRecords(systemGrant('test', 'intake:write', { brand }), {
    records: [
      {
        id: randomUUID(),
        category: 'nothing',
        subject: { ref: 'nobody' },
        occurredAt: '2026-05-01T10:00:00Z',
        fields: {},
      },
    ],
  })
const signUp = (brand: string) =>
  startSignUp(
    issueGrant({ kind: 'anonymous', brand }, 'identity:sign-up', { brand }),
    {
      account_name: `n-${randomUUID().slice(0, 20)}`,
      email: `${randomUUID()}@mail.example`,
      password: 'four odd words in a row',
      birthDate: '1990-03-27',
      ofAge: 'on',
      accept: 'on',
      policyVersion: getManifest(brand).policies.at(-1)?.version ?? '',
    },
    { address: '192.0.2.1', client: 'test', locale: 'en', session: null },
  )

describe('[ECH-09] winding a brand down', () => {
  it('closes intake and sign-up at once, tells everybody, and erases every account, followed to the end', async () => {
    const people = [await somebodyWithMail(BRAND, 'fr'), await somebodyWithMail(BRAND), await somebodyWithMail(BRAND)]
    const stranger = await somebodyWithMail(OTHER)
    const auditor = await createTestStaff('auditor')
    const follow = () => readWindDown(asStaff(auditor, 'wind-downs:view', BRAND))
    await intake(BRAND)
    await signUp(BRAND)
    const before = await database('system').account.count({ where: { brand: BRAND } })

    const { one, approve } = await withTwo(['security_manager', 'data_operator'], BRAND, startWindDownOperation, {
      confirm: BRAND,
    })
    expect(() => asStaff(one, 'wind-downs:start', BRAND)).toThrow('access.approval')
    await expect(approve(one)).rejects.toMatchObject({ code: 'approvals.own' })
    expect(await follow()).toBeNull()
    expect(await approve()).toMatchObject({ state: 'done' })

    await expect(intake(BRAND)).rejects.toMatchObject({ code: 'brands.ending' })
    await expect(signUp(BRAND)).rejects.toMatchObject({ code: 'brands.ending' })
    await intake(OTHER)

    const { id: announcement } = await database('system').announcement.findFirstOrThrow({ where: { brand: BRAND } })
    await sendAnnouncement(systemGrant('test', 'announcements:send', { brand: BRAND }), announcement)
    await sendWaiting(BRAND, [...people.map(({ id }) => id), stranger.id])
    for (const { mail } of people) expect(carriers.mails.filter(({ to }) => to === mail)).toHaveLength(1)
    expect(carriers.mails.find(({ to }) => to === people[0]?.mail)?.text).toContain('s’arrête')
    expect(carriers.mails.some(({ to }) => to === stranger.mail)).toBe(false)
    const [first] = people
    if (!first) throw new Error('nobody')
    expect(await listTold(first.grant('announcements:view'))).toMatchObject([{ kind: 'wind_down', seenAt: null }])
    const anyone = issueGrant({ kind: 'anonymous', brand: BRAND }, 'announcements:read', { brand: BRAND })
    expect(await listAnnouncements(anyone)).toHaveLength(1)

    const schedule = () => scheduleWindDown(systemGrant('test', 'wind-downs:schedule', { brand: BRAND }))
    await schedule()
    await schedule()
    expect(await follow()).toMatchObject({
      accounts: { unscheduled: 0, scheduled: before, erased: 0 },
      told: { sent: 3 },
      endedAt: null,
    })
    // Nobody keeps an account of a brand that is no more.
    await expect(undoCancel(first.grant('account:undo-cancel'))).rejects.toMatchObject({ code: 'brands.ending' })

    const accounts = await database('system').account.findMany({ where: { brand: BRAND }, select: { id: true } })
    const erase = (id: string) =>
      eraseAccount(systemGrant('test', 'retention:erase-account', { brand: BRAND, subject: id }))
    expect(await erase(first.id)).toBe('nothing_due')
    clock.shift((getManifest(BRAND).graceDays + 1) * 86_400_000)
    expect(await erase(first.id)).toBe('erased')
    expect((await follow())?.accounts).toEqual({ unscheduled: 0, scheduled: before - 1, erased: 1 })
    for (const { id } of accounts) await erase(id)
    const end = await follow()
    expect(end?.accounts).toEqual({ unscheduled: 0, scheduled: 0, erased: before })
    expect(end?.endedAt).toBeInstanceOf(Date)
    const theirs = await database('system').account.findUniqueOrThrow({ where: { id: stranger.id } })
    expect(theirs.state).toBe('active')
  })

  it('is held by the tables themselves, whatever code forgets to ask', async () => {
    const row = { id: randomUUID(), brand: BRAND, ref: `late-${randomUUID()}`, locale: 'en' }
    await expect(database('system').account.create({ data: row, select: { id: true } })).rejects.toThrow(/has stopped/)
    const subjectId = randomUUID()
    await expect(
      database('system').dataRecord.create({
        data: {
          brand: BRAND,
          subjectId,
          category: 'x',
          source: 'portal',
          senderId: randomUUID(),
          contentHash: Buffer.from('x'),
          occurredAt: new Date(),
          fields: {},
        },
      }),
    ).rejects.toThrow(/has stopped/)
    const grant = systemGrant('test', 'demo:seed', { brand: OTHER })
    await expect(
      inScope(grant, (tx) =>
        tx.windDown.create({
          data: { brand: OTHER, approvalId: randomUUID(), startedBy: randomUUID(), eraseAfter: new Date() },
        }),
      ),
    ).rejects.toThrow(/second person/)
  })

  it('is asked for by a security manager who types the brand’s key, once', async () => {
    const wrong = withTwo(['security_manager', 'data_operator'], OTHER, startWindDownOperation, { confirm: 'we-app' })
    await expect(wrong).rejects.toMatchObject({ code: 'wind_downs.not_confirmed' })
    const again = withTwo(['security_manager', 'data_operator'], BRAND, startWindDownOperation, { confirm: BRAND })
    await expect(again).rejects.toMatchObject({ code: 'brands.ending' })
    const other = withTwo(['data_operator', 'data_operator'], OTHER, startWindDownOperation, { confirm: OTHER })
    await expect(other).rejects.toThrow('access.not_found')
  })
})
