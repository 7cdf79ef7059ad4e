import { type Grant, inScope, STAFF_ROLES, type StaffActor, type StaffRole } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { unseal } from '#lib/platform/crypto/index.ts'
import type { Tx } from '#lib/platform/database/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import type { Operation } from './define-operation.ts'
import { operationFailed } from './events.ts'
import { APPROVAL_MOVES } from './lifecycle.ts'
import { sealedFor } from './request-approval.ts'
import type { Approved } from './use-approval.ts'

type Holder = Grant<'approvals:decide' | 'approvals:watch'>

/**
 * Does what was approved, as who asked for it. Done twice at once, one of the two does nothing.
 * @returns the code of the refusal that it met, after which it is over; null where it was done
 */
export async function carryOut(grant: Holder, operation: Operation, id: string): Promise<string | null> {
  const { approved, actor } = await inScope(grant, (tx) => read(tx))
  try {
    if (!actor) throw new Refusal('approvals.requester_gone')
    await operation.carryOut(actor, approved)
    return null
  } catch (fault) {
    if (!(fault instanceof Refusal)) throw fault
    await fail(grant, approved, fault.code)
    return fault.code
  }

  async function read(tx: Tx) {
    const row = await tx.approval.findFirst({ where: { id, brand: grant.brand, state: 'approved' } })
    if (!row?.sealedInput) throw new Refusal('approvals.used')
    const { brand, subjectId, kind, requestedBy, requestedRole } = row
    const staff = await tx.staffMember.findFirst({
      where: { id: requestedBy, role: requestedRole, disabledAt: null },
      select: { id: true, displayName: true, role: true },
    })
    const input: unknown = JSON.parse(unseal(row.sealedInput, sealedFor(id)))
    return { approved: { id, brand, subjectId, kind, input }, actor: staff && asActor(staff, row) }
  }
}

/** Who asked, as they were when they asked; their session may be over since. */
function asActor(
  staff: { id: string; displayName: string; role: string },
  { id, requestedAt }: { id: string; requestedAt: Date },
): StaffActor | null {
  const role = STAFF_ROLES.find((known: StaffRole) => known === staff.role)
  if (!role) return null
  const { id: staffId, displayName: name } = staff
  return { kind: 'staff', id: staffId, name, role, sessionId: id, authenticatedAt: requestedAt, support: null }
}

/** Whoever was faster used it up; then there is nothing to end. */
async function fail(grant: Holder, approved: Approved, outcome: string): Promise<void> {
  const { from, to } = APPROVAL_MOVES.fail
  await inScope(grant, async (tx) => {
    const { count } = await tx.approval.updateMany({
      where: { id: approved.id, state: from },
      data: { state: to, endedAt: clock.now(), sealedInput: null, outcome },
    })
    if (count > 0) await audit.record(tx, grant, operationFailed(approved, outcome))
  })
}
