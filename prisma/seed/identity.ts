import { inScope, systemGrant } from '#lib/access/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { createAccount, normaliseIdentifier } from '#lib/identity/index.ts'
import { hashPassword } from '#lib/platform/crypto/index.ts'
import type { Tx } from '#lib/platform/database/index.ts'
import { DEMO_PASSWORD } from './accounts.ts'
import { DEMO_STAFF, seedGrant, staffIdOf, subjectIdOf } from './acting.ts'
import type { DemoPerson } from './demo-person.ts'
import { fixedId } from './fixed-id.ts'
import { heldAt } from './holding-time.ts'
import type { Story } from './story.ts'

// Hashing is slow on purpose; one hash serves them all.
let hashed: Promise<string> | undefined
const demoHash = () => (hashed ??= hashPassword(DEMO_PASSWORD))

/** A member of staff for each role. */
export async function seedStaff(): Promise<void> {
  const passwordHash = await demoHash()
  await inScope(systemGrant('demo:seed', 'demo:seed', { brand: '' }), (tx) =>
    tx.staffMember.createMany({
      data: DEMO_STAFF.map((member) => ({ id: staffIdOf(member), ...member, passwordHash })),
      skipDuplicates: true,
    }),
  )
}

/** The account with its names, the policy it was opened under, and its sign-ins of the last months. */
export async function seedAccount(tx: Tx, person: DemoPerson, story: Story): Promise<void> {
  const grant = seedGrant('demo:seed', person)
  const { proof } = getManifest(person.brand).signIn
  const passwordHash = proof === 'password' ? await demoHash() : null
  const joined = story.ago(person.joined, 10)
  const account = {
    identifiers: identifiersOf(person),
    passwordHash,
    birthDate: person.birthDate,
    locale: person.locale,
    policyVersion: person.agreedTo ?? policyAt(person.brand, joined),
    cameThrough: person.cameThrough ?? null,
    profile: person.profile,
    fixed: { id: subjectIdOf(person), ref: person.ref, at: joined },
  }
  await heldAt(joined, () => createAccount(tx, grant, account))
  await recordSignIns(tx, person, story)
}

function identifiersOf({ brand, identifiers }: DemoPerson) {
  return identifiers.map(({ kind, value }) => {
    const identifier = normaliseIdentifier(getManifest(brand), kind, value)
    if (!identifier) throw new Error(`a demo person of ${brand} has a ${kind} that is none`)
    return identifier
  })
}

/** The version in force on a day; for a day before the first, the first. */
function policyAt(brand: string, at: Date): string {
  const day = at.toISOString().slice(0, 10)
  const versions = getManifest(brand).policies.toSorted((a, b) => a.effectiveOn.localeCompare(b.effectiveOn))
  const version = versions.findLast(({ effectiveOn }) => effectiveOn <= day) ?? versions[0]
  if (!version) throw new Error(`${brand} has no policy`)
  return version.version
}

// The log goes back half a year, after which the portal deletes it.
async function recordSignIns(tx: Tx, person: DemoPerson, story: Story): Promise<void> {
  const random = story.random('sign-ins')
  const method = getManifest(person.brand).signIn.proof
  const wrong = method === 'password' ? 'wrong_password' : 'wrong_code'
  const longest = Math.min(170, person.joined - 1)
  const events = person.signIns.flatMap(({ client, ip, times }) =>
    Array.from({ length: times }, (_, index) => {
      const days = 1 + Math.floor((index * (longest - 1)) / times)
      return { client, ip, method, occurredAt: story.ago(days, random.between(60, 210) / 10) }
    }),
  )
  await tx.signInEvent.createMany({
    data: events.map((event, index) => ({
      id: fixedId(`sign-in ${person.ref} ${index}`),
      brand: person.brand,
      subjectId: subjectIdOf(person),
      outcome: random.chance(0.08) ? wrong : 'success',
      ...event,
    })),
  })
}
