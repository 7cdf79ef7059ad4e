import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { systemGrant } from '#lib/access/index.ts'
import { acknowledgeAnnouncement, listTold, sendAnnouncement } from '#lib/announcements/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { addDays, localDay, momentOf } from '#lib/platform/calendar/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { database, Prisma } from '#lib/platform/database/index.ts'
import { scheduleClosings } from '#lib/retention/index.ts'
import { sendWaiting, startCarriers } from '#lib/testing/carriers.ts'
import { asStaff, somebody, somebodyWithMail, withTwo } from '#lib/testing/governed-brand.ts'
import { useOwnDatabase } from '#lib/testing/own-database.ts'
import { createTestStaff } from '#lib/testing/people.ts'
import { answerChange, findMyChange, readChange, remindSilent, startChangeOperation } from './index.ts'

const BRAND = 'wellborne-plus'
const OTHER = 'we-lock'
const { zone } = getManifest(BRAND)
const TRANSFER_ON = addDays(localDay(clock.now(), zone), 40)
let carriers: Awaited<ReturnType<typeof startCarriers>>

beforeAll(async () => {
  carriers = await startCarriers()
  await useOwnDatabase()
})
afterAll(() => carriers.stop())
afterEach(() => clock.hold(null))

/** An hour of a day so many days before the transfer, where the brand is. */
function hold(daysBefore: number, hour: number): void {
  clock.hold(momentOf(addDays(TRANSFER_ON, -daysBefore), zone, `${String(hour).padStart(2, '0')}:00`))
}
const sweep = () => remindSilent(systemGrant('test', 'controller-changes:remind', { brand: '' }))

it('reminds those who said nothing, a week before and on the last day, each once, by the address they have', async () => {
  const [yes, no, late, silent, going] = [
    await somebodyWithMail(BRAND),
    await somebodyWithMail(BRAND),
    await somebodyWithMail(BRAND),
    await somebodyWithMail(BRAND, 'fr'),
    await somebodyWithMail(BRAND),
  ]
  const [byPhone, unreached] = [await somebody(BRAND, 'phone', 'zh-CN'), await somebody(BRAND, null)]
  const elsewhere = await somebodyWithMail(OTHER)
  const system = database('system')
  const { approve } = await withTwo(['security_manager', 'data_operator'], BRAND, startChangeOperation, {
    controller: { name: 'Next Energy SA', country: 'FR', email: 'privacy@next.example' },
    what: { en: 'Accounts', 'zh-CN': '账号', fr: 'Comptes' },
    transferOn: TRANSFER_ON,
  })
  await approve()
  const { id: announcement, sourceId: change } = await system.announcement.findFirstOrThrow({ where: { brand: BRAND } })
  await sendAnnouncement(systemGrant('test', 'announcements:send', { brand: BRAND }), announcement)
  await acknowledgeAnnouncement(silent.grant('announcements:acknowledge'), { announcement })
  const answer = (who: typeof yes, said: 'agreed' | 'refused') =>
    answerChange(who.grant('controller-changes:answer'), { change, answer: said })
  await answer(yes, 'agreed')
  await answer(no, 'refused')
  await system.$transaction((tx) =>
    scheduleClosings(tx, {
      brand: BRAND,
      eraseAfter: clock.inDays(90),
      whose: Prisma.sql`a.id = ${going.id}::uuid`,
      limit: 1,
    }),
  )
  const people = [yes, no, late, silent, going, byPhone, unreached]
  const ids = [...people, elsewhere].map(({ id }) => id)
  await sendWaiting(BRAND, ids)
  const [mailsBefore, textsBefore] = [carriers.mails.length, carriers.texts.length]
  const reminded = (stage: string) =>
    system.controllerReminder.findMany({ where: { changeId: change, stage }, orderBy: { subjectId: 'asc' } })
  const subjects = async (stage: string) => (await reminded(stage)).map(({ subjectId }) => subjectId)
  const sorted = (...who: { id: string }[]) => who.map(({ id }) => id).sort()

  hold(8, 12)
  expect(await sweep()).toBe(0)
  // In the night nobody is woken; the first hour of the day takes it up.
  hold(7, 3)
  expect(await sweep()).toBe(0)
  hold(7, 12)
  const [first, second] = await Promise.all([sweep(), sweep()])
  expect(first + second).toBe(4)
  expect(await sweep()).toBe(0)
  expect(await subjects('week')).toEqual(sorted(late, silent, byPhone, unreached))
  hold(6, 12)
  expect(await sweep()).toBe(0)

  await sendWaiting(BRAND, ids)
  const mails = carriers.mails.slice(mailsBefore)
  expect(mails.map(({ to }) => to).sort()).toEqual([late.mail, silent.mail].sort())
  const french = mails.find(({ to }) => to === silent.mail)?.text
  const last = new Intl.DateTimeFormat('fr', { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(addDays(TRANSFER_ON, -1)),
  )
  expect(french).toContain(`jusqu’à la fin du ${last}`)
  expect(french).toContain('Next Energy SA')
  expect(french).toContain(`/${BRAND}/me/controller`)
  expect(carriers.texts.slice(textsBefore)).toMatchObject([{ text: expect.stringMatching(/Next Energy SA.*注销/) }])
  // Whoever had ticked it off sees it on every page again.
  expect(await listTold(silent.grant('announcements:view'))).toMatchObject([{ id: announcement, seenAt: null }])
  expect(await listTold(yes.grant('announcements:view'))).toMatchObject([{ seenAt: expect.any(Date) }])

  // Somebody who came after the announcement was sent is told by their first reminder.
  const newcomer = await somebodyWithMail(BRAND)
  await answer(late, 'refused')
  hold(1, 12)
  expect(await sweep()).toBe(4)
  expect(await sweep()).toBe(0)
  expect(await subjects('last_day')).toEqual(sorted(silent, byPhone, unreached, newcomer))
  expect(await listTold(newcomer.grant('announcements:view'))).toMatchObject([{ id: announcement, seenAt: null }])
  expect(await findMyChange(newcomer.grant('announcements:view'))).toMatchObject({ open: true, answer: null })
  await sendWaiting(BRAND, [silent.id])
  expect(carriers.mails.filter(({ to, text }) => to === silent.mail && text.includes('dernier rappel'))).toHaveLength(1)
  const operator = await createTestStaff('data_operator')
  expect(await readChange(asStaff(operator, 'controller-changes:view', BRAND))).toMatchObject({ reminded: 5 })

  hold(0, 12)
  const tooLate = await somebodyWithMail(BRAND)
  expect(await sweep()).toBe(0)
  expect(await system.controllerReminder.count({ where: { subjectId: { in: [tooLate.id, elsewhere.id] } } })).toBe(0)
  expect(
    await system.auditEvent.findMany({
      where: { name: 'controller_change.reminded', subjectId: silent.id },
      orderBy: { id: 'asc' },
      select: { brand: true, target: true, detail: true },
    }),
  ).toEqual([
    { brand: BRAND, target: change, detail: { stage: 'week' } },
    { brand: BRAND, target: change, detail: { stage: 'last_day' } },
  ])
})
