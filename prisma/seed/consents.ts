import { getManifest, isMajor } from '#lib/brands/index.ts'
import { decideConsent } from '#lib/consents/index.ts'
import { acceptPolicy } from '#lib/policies/index.ts'
import { personGrant } from './acting.ts'
import type { DemoPerson } from './demo-person.ts'
import { heldAt } from './holding-time.ts'
import type { Story } from './story.ts'

/** Each major version of the policy that came into force since the person joined, accepted a day and a half later. */
export async function seedAcceptances(person: DemoPerson, story: Story): Promise<void> {
  if (person.agreedTo) return
  const joined = story.ago(person.joined, 10)
  for (const { version, effectiveOn } of getManifest(person.brand).policies.filter(isMajor)) {
    const at = new Date(Date.parse(`${effectiveOn}T00:00:00Z`) + 36 * 3_600_000)
    if (at <= joined || Date.parse(effectiveOn) > story.today.getTime()) continue
    const when = at < story.today ? at : story.today
    const { locale } = person
    await heldAt(when, () => acceptPolicy(personGrant('policies:accept', person), { version, locale }))
  }
}

/** Every yes, no and withdrawal, in its order and against the text of its language; none before there was a policy. */
export async function seedDecisions(person: DemoPerson, story: Story): Promise<void> {
  const first = firstPolicyDay(person.brand)
  const inOrder = person.decisions.toSorted((a, b) => b.days - a.days)
  for (const [index, { days, ...decided }] of inOrder.entries()) {
    const { changed } = await heldAt(later(story.ago(days, 10.1 + index / 60), first), () =>
      decideConsent(personGrant('consents:decide', person), { ...decided, locale: person.locale }),
    )
    if (!changed) throw new Error(`the decision of ${person.ref} about ${decided.purpose} changes nothing`)
  }
}

const later = (a: Date, b: Date) => (a > b ? a : b)

function firstPolicyDay(brand: string): Date {
  return new Date(Math.min(...getManifest(brand).policies.map(({ effectiveOn }) => Date.parse(effectiveOn))))
}
