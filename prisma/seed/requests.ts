import type { Tx } from '#lib/platform/database/index.ts'
import { openRequest } from '#lib/requests/index.ts'
import { personGrant, subjectIdOf } from './acting.ts'
import type { DemoPerson } from './demo-person.ts'
import { heldAt } from './holding-time.ts'
import type { Story } from './story.ts'

/** What the person asked for in the exercise of their rights. */
export async function seedRequests(person: DemoPerson, story: Story): Promise<void> {
  for (const { kind, text, days } of person.requests)
    await heldAt(story.ago(days, 13), () => openRequest(personGrant('requests:open', person), { kind, text }))
}

/** What the brand answered; some are still open. */
export async function seedAnswers(tx: Tx, person: DemoPerson, story: Story): Promise<void> {
  for (const { days, answered } of person.requests) {
    if (!answered) continue
    await tx.rightsRequest.updateMany({
      where: { brand: person.brand, subjectId: subjectIdOf(person), openedAt: story.ago(days, 13) },
      data: { state: 'answered', closedAt: story.ago(answered.days, 14), answer: answered.answer },
    })
  }
}
