import { randomInt, randomUUID } from 'node:crypto'
import {
  inScope,
  issueGrant,
  type Permission,
  type StaffActor,
  type StaffRole,
  systemGrant,
} from '#lib/access/index.ts'
import { approveOperation, type Operation, requestApproval } from '#lib/approvals/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { createAccount, normaliseIdentifier } from '#lib/identity/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { database } from '#lib/platform/database/index.ts'
import type { Locale } from '#lib/platform/i18n/index.ts'
import { createTestStaff } from './people.ts'

/** A grant of a member of staff who has just proved who they are. */
export function asStaff<P extends Permission>(staff: StaffActor, permission: P, brand: string) {
  return issueGrant({ ...staff, authenticatedAt: clock.now() }, permission, { brand })
}

/** An operation as one member of staff asks for it and another one approves it. */
export async function withTwo<I>(
  roles: readonly [StaffRole, StaffRole],
  brand: string,
  operation: Operation<I>,
  input: I,
) {
  const [one, two] = [await createTestStaff(roles[0]), await createTestStaff(roles[1])]
  const reason = 'Decided by the management in writing'
  const approval = await requestApproval(asStaff(one, 'approvals:request', brand), operation, { input, reason })
  const approve = (staff = two) =>
    approveOperation(asStaff(staff, 'approvals:decide', brand), [operation], { approval })
  return { one, two, approve }
}

/** Somebody whose account is real, with a verified address of the kind; with none, somebody whom nothing reaches. */
export async function somebody(brand: string, kind: 'email' | 'phone' | null, locale: Locale = 'en') {
  const id = randomUUID()
  const value = kind === 'email' ? `p-${id}@mail.example` : `+86 139 ${randomInt(1000, 9999)} ${randomInt(1000, 9999)}`
  const identifier = kind && normaliseIdentifier(getManifest(brand), kind, value)
  const grant = systemGrant('test', 'demo:seed', { brand })
  await inScope(grant, (tx) =>
    createAccount(tx, grant, {
      identifiers: identifier ? [identifier] : [],
      passwordHash: null,
      birthDate: null,
      locale,
      policyVersion: getManifest(brand).policies[0]?.version ?? '',
      fixed: { id, ref: `T-${id}`, at: clock.inDays(-100) },
    }),
  )
  await database('system').signInIdentifier.updateMany({ where: { subjectId: id }, data: { verifiedAt: clock.now() } })
  return { id, ref: `T-${id}`, value }
}

/** Somebody of the brand with a verified mail address, and grants of theirs. */
export async function somebodyWithMail(brand: string, locale: Locale = 'en') {
  const { id, ref, value: mail } = await somebody(brand, 'email', locale)
  const actor = {
    kind: 'person',
    id,
    brand,
    sessionId: id,
    authenticatedAt: clock.now(),
    closing: false,
    agreementDue: false,
  } as const
  return {
    id,
    ref,
    mail,
    grant: <P extends Permission>(permission: P) =>
      issueGrant({ ...actor, authenticatedAt: clock.now() }, permission, { brand }),
  }
}
