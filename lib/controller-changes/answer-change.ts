import { type Grant, inScope, subjectOf } from '#lib/access/index.ts'
import { noteAnswered } from '#lib/announcements/index.ts'
import { audit } from '#lib/audit/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { findMyChange } from './read-change.ts'
import type { AnswerChange } from './schema.ts'

/**
 * Notes whether the person agrees to the new controller, and that they have read what asked them. They can think again
 * until the day of the transfer.
 * @throws Refusal `controller_changes.not_found`, `controller_changes.over`
 */
export async function answerChange(
  grant: Grant<'controller-changes:answer'>,
  { change, answer }: AnswerChange,
): Promise<void> {
  const own = { brand: grant.brand, subjectId: subjectOf(grant), changeId: change }
  await inScope(grant, async (tx) => {
    const asked = await findMyChange(grant)
    if (asked?.id !== change) throw new Refusal('controller_changes.not_found')
    if (!asked.open) throw new Refusal('controller_changes.over')
    const answeredAt = clock.now()
    await tx.controllerAnswer.upsert({
      where: { brand_subjectId_changeId: own },
      create: { ...own, answer, answeredAt },
      update: { answer, answeredAt },
      select: { answer: true },
    })
    await noteAnswered(tx, { brand: grant.brand, subjectId: subjectOf(grant), sourceId: change }, answeredAt)
    await audit.record(tx, grant, { name: 'controller_change.answered', target: change, detail: { answer } })
  })
}
