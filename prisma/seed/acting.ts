import {
  type Grant,
  issueGrant,
  type Permission,
  type StaffActor,
  type SupportScope,
  systemGrant,
} from '#lib/access/index.ts'
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
  readonly employeeNo: string
  readonly accountName: string
  readonly displayName: string
  readonly role: 'support' | 'auditor' | 'security_manager' | 'data_operator'
}

const [SAM, SOL, DANA] = [
  { employeeNo: 'P-1001', accountName: 'sam.support', displayName: 'Sam Okafor', role: 'support' },
  { employeeNo: 'P-1003', accountName: 'sol.security', displayName: 'Sol Reyes', role: 'security_manager' },
  { employeeNo: 'P-1004', accountName: 'dana.data', displayName: 'Dana Kim', role: 'data_operator' },
] as const satisfies DemoStaff[]

/** Two of each role that can approve what a colleague asks for. */
export const DEMO_STAFF: readonly DemoStaff[] = [
  SAM,
  { employeeNo: 'P-1002', accountName: 'ada.auditor', displayName: 'Ada Novak', role: 'auditor' },
  SOL,
  DANA,
  { employeeNo: 'P-1005', accountName: 'sia.support', displayName: 'Sia Laurent', role: 'support' },
  { employeeNo: 'P-1006', accountName: 'sid.security', displayName: 'Sid Marsh', role: 'security_manager' },
  { employeeNo: 'P-1007', accountName: 'dev.data', displayName: 'Dev Anand', role: 'data_operator' },
]

export function staffIdOf({ accountName }: DemoStaff): string {
  return fixedId(`staff ${accountName}`)
}

function actorOf(member: DemoStaff, support: SupportScope | null = null): StaffActor {
  const { displayName: name, role, accountName } = member
  const sessionId = fixedId(`session ${accountName}`)
  return { kind: 'staff', id: staffIdOf(member), name, role, sessionId, authenticatedAt: clock.now(), support }
}

/** What the data operator did. */
export function operatorGrant<P extends Permission>(permission: P, brand: string): Grant<P> {
  return issueGrant(actorOf(DANA), permission, { brand })
}

/** What the security manager did. */
export function securityGrant<P extends Permission>(permission: P, brand: string): Grant<P> {
  return issueGrant(actorOf(SOL), permission, { brand })
}

/** What support staff did, for a person where a support session is given. */
export function supportGrant<P extends Permission>(
  permission: P,
  brand: string,
  support: SupportScope | null,
): Grant<P> {
  return issueGrant(actorOf(SAM, support), permission, { brand })
}
