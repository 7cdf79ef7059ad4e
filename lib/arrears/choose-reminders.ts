import { type Grant, inScope, subjectOf } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { remindersChosen } from './events.ts'
import type { ChooseReminders } from './schema.ts'

/** Switches reminders of unpaid bills off, or on again; notices that the law asks for are sent either way. */
export async function chooseReminders(grant: Grant<'notices:choose'>, { reminders }: ChooseReminders): Promise<void> {
  const of = { brand: grant.brand, subjectId: subjectOf(grant) }
  const choice = { reminders: reminders === 'on', chosenAt: clock.now() }
  await inScope(grant, async (tx) => {
    await tx.noticeChoice.upsert({
      where: { brand_subjectId: of },
      create: { ...of, ...choice },
      update: choice,
    })
    await audit.record(tx, grant, remindersChosen(reminders))
  })
}
