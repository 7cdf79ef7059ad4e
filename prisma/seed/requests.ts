import { getManifest } from '#lib/brands/index.ts'
import { answerRequest, listRequests, openRequest, takeRequest } from '#lib/requests/index.ts'
import { operatorGrant, personGrant } from './acting.ts'
import type { DemoPerson } from './demo-person.ts'
import { heldAt } from './holding-time.ts'
import type { Story } from './story.ts'

/** What the person asked for in the exercise of their rights. */
export async function seedRequests(person: DemoPerson, story: Story): Promise<void> {
  const [ground] = getManifest(person.brand).deletionGrounds
  for (const { kind, text, days } of person.requests)
    await heldAt(story.ago(days, 13), () =>
      openRequest(personGrant('requests:open', person), {
        kind,
        text,
        ...(kind === 'deletion' && ground ? { ground: ground.key } : {}),
      }),
    )
}

/** What the brand answered; some are still open. */
export async function seedAnswers(person: DemoPerson, story: Story): Promise<void> {
  const sent = await listRequests(personGrant('requests:view', person), { limit: person.requests.length })
  for (const { days, answered } of person.requests) {
    const request = sent.find(({ openedAt }) => openedAt.getTime() === story.ago(days, 13).getTime())
    if (!answered || !request) continue
    const step = { request: request.id }
    if (request.state === 'received')
      await heldAt(story.ago(answered.days, 9), () => takeRequest(operatorGrant('requests:handle', person.brand), step))
    if (request.closedAt === null)
      await heldAt(story.ago(answered.days, 14), () =>
        answerRequest(operatorGrant('requests:handle', person.brand), { ...step, text: answered.answer }),
      )
  }
}
