import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { systemGrant } from '#lib/access/index.ts'
import { listTold, sendAnnouncement } from '#lib/announcements/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { buildBulkExport, openBulkExport } from '#lib/bulk-exports/index.ts'
import { addDays, localDay } from '#lib/platform/calendar/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { database } from '#lib/platform/database/index.ts'
import { eraseAccount } from '#lib/retention/index.ts'
import { sendWaiting, startCarriers } from '#lib/testing/carriers.ts'
import { asStaff, somebodyWithMail, withTwo } from '#lib/testing/governed-brand.ts'
import { useOwnDatabase } from '#lib/testing/own-database.ts'
import { createTestStaff } from '#lib/testing/people.ts'
import { readZip } from '#lib/testing/read-zip.ts'
import {
  answerChange,
  exportAgreedOperation,
  findMyChange,
  readChange,
  settleChange,
  startChangeOperation,
} from './index.ts'

const BRAND = 'wellborne-plus'
const DAY = 86_400_000
let carriers: Awaited<ReturnType<typeof startCarriers>>

beforeAll(async () => {
  carriers = await startCarriers()
  await useOwnDatabase()
})
afterAll(() => carriers.stop())
afterEach(() => clock.shift(0))

const inDays = (days: number) => addDays(localDay(clock.now(), getManifest(BRAND).zone), days)
const start = (transferOn: string) =>
  withTwo(['security_manager', 'data_operator'], BRAND, startChangeOperation, {
    controller: { name: 'Next Energy SA', country: 'FR', email: 'privacy@next.example' },
    what: { en: 'Accounts and charging', 'zh-CN': '账号和充电记录', fr: 'Comptes et recharges' },
    transferOn,
  })

describe('[WBP-10] a change of controller', () => {
  it('tells and asks everybody; those who do not agree, or say nothing, are not transferred and are closed', async () => {
    const [yes, no, silent, changed] = [
      await somebodyWithMail(BRAND, 'zh-CN'),
      await somebodyWithMail(BRAND),
      await somebodyWithMail(BRAND),
      await somebodyWithMail(BRAND, 'fr'),
    ]
    const people = [yes, no, silent, changed]
    await expect(start(inDays(10))).rejects.toMatchObject({ code: 'controller_changes.too_soon' })
    const { one, approve } = await start(inDays(31))
    expect(() => asStaff(one, 'controller-changes:start', BRAND)).toThrow('access.approval')
    expect(await findMyChange(yes.grant('announcements:view'))).toBeNull()
    expect(await approve()).toMatchObject({ state: 'done' })
    await expect(start(inDays(40))).rejects.toMatchObject({ code: 'controller_changes.open' })

    const { id: announcement } = await database('system').announcement.findFirstOrThrow({ where: { brand: BRAND } })
    await sendAnnouncement(systemGrant('test', 'announcements:send', { brand: BRAND }), announcement)
    await sendWaiting(
      BRAND,
      people.map(({ id }) => id),
    )
    for (const { mail } of people) expect(carriers.mails.filter(({ to }) => to === mail)).toHaveLength(1)
    expect(carriers.mails.find(({ to }) => to === changed.mail)?.text).toMatch(/Next Energy SA \(France\)/)

    const asked = await findMyChange(yes.grant('announcements:view'))
    expect(asked).toMatchObject({ answer: null, open: true, controller: { name: 'Next Energy SA' } })
    const change = asked?.id ?? ''
    const answer = (who: typeof yes, said: 'agreed' | 'refused') =>
      answerChange(who.grant('controller-changes:answer'), { change, answer: said })
    await answer(yes, 'agreed')
    await answer(no, 'refused')
    await answer(changed, 'agreed')
    await answer(changed, 'refused')
    // Whoever answered has read what asked them; the others are shown it on.
    const told = async (who: typeof yes) =>
      (await listTold(who.grant('announcements:view'))).map(({ seenAt }) => seenAt)
    expect(await told(no)).toEqual([expect.any(Date)])
    expect(await told(silent)).toEqual([null])
    const operator = await createTestStaff('data_operator')
    const view = () => readChange(asStaff(operator, 'controller-changes:view', BRAND))
    expect(await view()).toMatchObject({ agreed: 1, refused: 2, silent: 1, open: true, told: { sent: 4 } })

    const transfer = () => withTwo(['data_operator', 'security_manager'], BRAND, exportAgreedOperation, { change })
    await expect(transfer()).rejects.toMatchObject({ code: 'controller_changes.not_yet' })
    clock.shift(32 * DAY)
    await expect(answer(silent, 'agreed')).rejects.toMatchObject({ code: 'controller_changes.over' })
    const { one: ordering, approve: approveTransfer } = await transfer()
    expect(await approveTransfer()).toMatchObject({ state: 'done' })

    const order = await database('system').bulkExport.findFirstOrThrow({ where: { changeId: change } })
    await buildBulkExport(systemGrant('test', 'bulk-exports:build', { brand: BRAND }), order.id)
    const opened = await openBulkExport(asStaff(ordering, 'bulk-exports:download', BRAND), order.id)
    const files = await readZip(Buffer.concat(await opened.content.toArray()))
    const all = [...files.values()].map((file) => file.toString()).join('\n')
    expect(all).toContain(yes.ref)
    for (const { ref, mail } of [no, silent, changed]) {
      expect(all).not.toContain(ref)
      expect(all).not.toContain(mail)
    }

    const settle = () => settleChange(systemGrant('test', 'controller-changes:settle', { brand: BRAND }), change)
    await settle()
    await settle()
    const states = await database('system').account.findMany({
      where: { id: { in: people.map(({ id }) => id) } },
      select: { id: true, state: true },
    })
    expect(Object.fromEntries(states.map(({ id, state }) => [id, state]))).toEqual({
      [yes.id]: 'active',
      [no.id]: 'closing',
      [silent.id]: 'closing',
      [changed.id]: 'closing',
    })
    const erase = (id: string) =>
      eraseAccount(systemGrant('test', 'retention:erase-account', { brand: BRAND, subject: id }))
    expect(await erase(no.id)).toBe('nothing_due')
    clock.shift((33 + getManifest(BRAND).graceDays) * DAY)
    expect(await erase(no.id)).toBe('erased')
    expect(await erase(yes.id)).toBe('nothing_due')
    await expect(answer(yes, 'refused')).rejects.toMatchObject({ code: 'controller_changes.not_found' })
  })
})
