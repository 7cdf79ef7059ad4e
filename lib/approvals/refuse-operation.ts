import { type Grant, inScope } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { decide } from './decide.ts'
import type { Operation } from './define-operation.ts'
import { approvalRefused } from './events.ts'
import { findWaiting } from './find-waiting.ts'
import type { RefuseApproval } from './schema.ts'

/**
 * Refuses what a colleague asked for, with the reason for it. What was asked is forgotten but for its summary.
 * @throws Refusal `approvals.not_found`, `approvals.over`, `approvals.own`, `approvals.other_role`
 */
export async function refuseOperation(
  grant: Grant<'approvals:decide'>,
  operations: readonly Operation[],
  input: RefuseApproval,
): Promise<void> {
  await inScope(grant, async (tx) => {
    const waiting = await findWaiting(tx, grant, operations, input.approval)
    await decide(tx, waiting, 'refuse', input.note)
    await audit.record(tx, grant, approvalRefused(waiting))
  })
}
