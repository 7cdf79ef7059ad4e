import { type Grant, inScope, permissionRow } from '#lib/access/index.ts'
import { clock } from '#lib/platform/clock.ts'
import type { Operation } from './define-operation.ts'
import { staffOf } from './staff-of.ts'

/** How many approvals, over all brands, wait for somebody in the reader's role who did not ask for them. */
export async function countWaiting(grant: Grant<'approvals:view'>, operations: readonly Operation[]): Promise<number> {
  const { id, role } = staffOf(grant)
  const kinds = operations
    .filter(({ permission }) => permissionRow(permission).approval?.includes(role))
    .map(({ kind }) => kind)
  return inScope(grant, (tx) =>
    tx.approval.count({
      where: { kind: { in: kinds }, state: 'requested', expiresAt: { gt: clock.now() }, requestedBy: { not: id } },
    }),
  )
}
