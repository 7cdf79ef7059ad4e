import { randomUUID } from 'node:crypto'
import { v7 as uuid } from 'uuid'
import {
  type Grant,
  issueGrant,
  type Permission,
  type PersonActor,
  type StaffActor,
  type StaffRole,
} from '#lib/access/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { database } from '#lib/platform/database/index.ts'

/** A person with an account, for tests that are not about how one comes to be. */
export interface TestPerson {
  readonly id: string
  readonly brand: string
  readonly ref: string
  readonly actor: PersonActor
  grant<P extends Permission>(permission: P): Grant<P>
}

/** Creates an active account with an empty profile. */
export async function createTestPerson(brand: string, options: { locale?: string } = {}): Promise<TestPerson> {
  const id = uuid()
  const ref = `T-${randomUUID()}`
  const system = database('system')
  await system.account.create({ data: { id, brand, ref, locale: options.locale ?? 'en' } })
  await system.profile.create({ data: { subjectId: id, brand, fields: { nickname: 'Test person' } } })
  const actor: PersonActor = {
    kind: 'person',
    id,
    brand,
    sessionId: uuid(),
    authenticatedAt: clock.now(),
    closing: false,
    agreementDue: false,
  }
  return {
    id,
    brand,
    ref,
    actor,
    grant: (permission) => issueGrant({ ...actor, authenticatedAt: clock.now() }, permission, { brand }),
  }
}

/** Creates a member of staff; `support` puts them into a support session for a person. */
export async function createTestStaff(
  role: StaffRole,
  support?: { person: TestPerson; minutes?: number },
): Promise<StaffActor> {
  const id = uuid()
  const name = `Staff ${id.slice(-4)}`
  const system = database('system')
  await system.staffMember.create({
    data: { id, employeeNo: id, accountName: `s-${id}`, displayName: name, passwordHash: '-', role },
  })
  const session = support && {
    id: uuid(),
    brand: support.person.brand,
    subject: support.person.id,
    reason: 'asked for help on the phone',
    endsAt: clock.inMinutes(support.minutes ?? 30),
  }
  if (session) {
    const { subject, ...row } = session
    await system.supportSession.create({ data: { ...row, subjectId: subject, staffId: id } })
  }
  return { kind: 'staff', id, name, role, sessionId: uuid(), authenticatedAt: clock.now(), support: session ?? null }
}
