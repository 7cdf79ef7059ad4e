import { inScope } from '#lib/access/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { decideConsent } from '#lib/consents/index.ts'
import { acceptPolicy } from '#lib/policies/index.ts'
import { personGrant, seedGrant, subjectIdOf } from './acting.ts'
import type { DemoPerson } from './demo-person.ts'
import { heldAt } from './holding-time.ts'
import type { Story } from './story.ts'

/** Each version of the policy that came into force since the person joined, accepted a day and a half later. */
export async function seedAcceptances(person: DemoPerson, story: Story): Promise<void> {
  const joined = story.ago(person.joined, 10)
  for (const { version, effectiveOn } of getManifest(person.brand).policies) {
    const at = new Date(Date.parse(`${effectiveOn}T00:00:00Z`) + 36 * 3_600_000)
    if (at <= joined || Date.parse(effectiveOn) > story.today.getTime()) continue
    const when = at < story.today ? at : story.today
    const { locale } = person
    await heldAt(when, () => acceptPolicy(personGrant('policies:accept', person), { version, locale }))
  }
}

/** Every yes, no and withdrawal, in its order and against the text of its day; goes on where an earlier run stopped. */
export async function seedDecisions(person: DemoPerson, story: Story): Promise<void> {
  const made = await inScope(seedGrant('demo:seed', person), (tx) =>
    tx.consentRecord.count({ where: { brand: person.brand, subjectId: subjectIdOf(person) } }),
  )
  const inOrder = person.decisions.toSorted((a, b) => b.days - a.days)
  for (const [index, { purpose, decision, days }] of inOrder.entries()) {
    if (index < made) continue
    await heldAt(story.ago(days, 10.1 + index / 60), async () => {
      const { changed } = await decideConsent(personGrant('consents:decide', person), {
        purpose,
        decision,
        locale: person.locale,
      })
      if (!changed) throw new Error(`the decision of ${person.ref} about ${purpose} changes nothing`)
    })
  }
}
