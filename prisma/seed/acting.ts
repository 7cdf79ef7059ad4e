import { type Grant, issueGrant, type Permission, type SupportScope, systemGrant } from '#lib/access/index.ts'
import { clock } from '#lib/platform/clock.ts'
import type { DemoPerson } from './demo-person.ts'
import { fixedId } from './fixed-id.ts'

export function subjectIdOf({ brand, ref }: Pick<DemoPerson, 'brand' | 'ref'>): string {
  return fixedId(`account ${brand} ${ref}`)
}

/** What the seed does by itself. */
export function seedGrant<P extends Permission>(permission: P, person: DemoPerson): Grant<P> {
  return systemGrant('demo:seed', permission, { brand: person.brand, subject: subjectIdOf(person) })
}

/** What a person of the demo did themselves, signed in at that time. */
export function personGrant<P extends Permission>(permission: P, person: DemoPerson): Grant<P> {
  const id = subjectIdOf(person)
  const sessionId = fixedId(`session ${person.ref}`)
  const { brand } = person
  return issueGrant(
    { kind: 'person', id, brand, sessionId, authenticatedAt: clock.now(), closing: false, agreementDue: false },
    permission,
    {
      brand,
    },
  )
}

export interface DemoStaff {
  readonly accountName: string
  readonly displayName: string
  readonly role: 'support' | 'auditor' | 'security_manager' | 'data_operator'
}

export const DEMO_STAFF: readonly [DemoStaff, DemoStaff, DemoStaff, DemoStaff] = [
  { accountName: 'sam.support', displayName: 'Sam Okafor', role: 'support' },
  { accountName: 'ada.auditor', displayName: 'Ada Novak', role: 'auditor' },
  { accountName: 'sol.security', displayName: 'Sol Reyes', role: 'security_manager' },
  { accountName: 'dana.data', displayName: 'Dana Kim', role: 'data_operator' },
]

export function staffIdOf({ accountName }: DemoStaff): string {
  return fixedId(`staff ${accountName}`)
}

/** What the data operator did. */
export function operatorGrant<P extends Permission>(permission: P, brand: string): Grant<P> {
  const dana = DEMO_STAFF[3]
  const { displayName: name, role } = dana
  const actor = { kind: 'staff', id: staffIdOf(dana), name, role, authenticatedAt: clock.now(), support: null } as const
  return issueGrant({ ...actor, sessionId: fixedId('session dana') }, permission, { brand })
}

/** What support staff did, for a person where a support session is given. */
export function supportGrant<P extends Permission>(
  permission: P,
  brand: string,
  support: SupportScope | null,
): Grant<P> {
  const [sam] = DEMO_STAFF
  const { displayName: name, role } = sam
  const actor = { kind: 'staff', id: staffIdOf(sam), name, role, authenticatedAt: clock.now(), support } as const
  return issueGrant({ ...actor, sessionId: fixedId('session sam') }, permission, { brand })
}
