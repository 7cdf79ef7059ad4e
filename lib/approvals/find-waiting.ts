import { type Grant, permissionRow, type StaffActor } from '#lib/access/index.ts'
import { clock } from '#lib/platform/clock.ts'
import type { Tx } from '#lib/platform/database/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import type { Operation } from './define-operation.ts'
import { staffOf } from './staff-of.ts'

/** An approval that waits for a decision. */
export interface Waiting {
  readonly id: string
  readonly kind: string
  readonly subjectId: string | null
  readonly operation: Operation
  readonly decider: StaffActor
}

/**
 * What the holder of the grant may decide about.
 * @throws Refusal `approvals.not_found`, `approvals.over` once it was decided or its time is over,
 *   `approvals.own` for who asked, `approvals.other_role` for a role that may not decide about it
 */
export async function findWaiting(
  tx: Tx,
  grant: Grant<'approvals:decide'>,
  operations: readonly Operation[],
  id: string,
): Promise<Waiting> {
  const decider = staffOf(grant)
  const row = await tx.approval.findFirst({
    where: { id, brand: grant.brand },
    select: { id: true, kind: true, subjectId: true, state: true, expiresAt: true, requestedBy: true },
  })
  const operation = operations.find(({ kind }) => kind === row?.kind)
  if (!row || !operation) throw new Refusal('approvals.not_found')
  if (row.state !== 'requested' || row.expiresAt <= clock.now()) throw new Refusal('approvals.over')
  if (row.requestedBy === decider.id) throw new Refusal('approvals.own')
  if (!permissionRow(operation.permission).approval?.includes(decider.role)) throw new Refusal('approvals.other_role')
  return { ...row, operation, decider }
}
