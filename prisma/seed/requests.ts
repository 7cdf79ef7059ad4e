import { inScope } from '#lib/access/index.ts'
import { openRequest } from '#lib/requests/index.ts'
import { personGrant, seedGrant, subjectIdOf } from './acting.ts'
import type { DemoPerson, DemoRequest } from './demo-person.ts'
import { heldAt } from './holding-time.ts'
import type { Story } from './story.ts'

/** What the person asked for in the exercise of their rights, answered and still open; goes on where a run stopped. */
export async function seedRequests(person: DemoPerson, story: Story): Promise<void> {
  const grant = seedGrant('demo:seed', person)
  const where = { brand: person.brand, subjectId: subjectIdOf(person) }
  const made = await inScope(grant, (tx) => tx.rightsRequest.count({ where }))
  for (const request of person.requests.slice(made)) {
    const { kind, text, days } = request
    await heldAt(story.ago(days, 13), () => openRequest(personGrant('requests:open', person), { kind, text }))
  }
  for (const request of person.requests) {
    const { openedAt, ...answer } = answerOf(request, story)
    await inScope(grant, (tx) =>
      tx.rightsRequest.updateMany({ where: { ...where, openedAt, state: 'received' }, data: answer }),
    )
  }
}

function answerOf({ days, answered }: DemoRequest, story: Story) {
  const openedAt = story.ago(days, 13)
  if (!answered) return { openedAt, state: 'received' }
  return { openedAt, state: 'answered', closedAt: story.ago(answered.days, 14), answer: answered.answer }
}
