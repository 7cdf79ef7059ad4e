import { type Grant, inScope } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { carryOut } from './carry-out.ts'
import { decide } from './decide.ts'
import type { Operation } from './define-operation.ts'
import { approvalGiven } from './events.ts'
import { findWaiting } from './find-waiting.ts'
import type { DecideApproval } from './schema.ts'

/**
 * Approves what a colleague asked for; it is then done at once and exactly once, in that colleague's name. Broken off in
 * between, `watchApprovals` does it.
 * @returns `failed` where the operation was refused when it came to it, with its code
 * @throws Refusal `approvals.not_found`, `approvals.over`, `approvals.own`, `approvals.other_role`
 */
export async function approveOperation(
  grant: Grant<'approvals:decide'>,
  operations: readonly Operation[],
  input: DecideApproval,
): Promise<{ readonly kind: string; readonly state: 'done' | 'failed'; readonly code: string | null }> {
  const { operation } = await inScope(grant, async (tx) => {
    const waiting = await findWaiting(tx, grant, operations, input.approval)
    await decide(tx, waiting, 'approve', input.note)
    await audit.record(tx, grant, approvalGiven(waiting))
    return waiting
  })
  const code = await carryOut(grant, operation, input.approval)
  return { kind: operation.kind, state: code ? 'failed' : 'done', code }
}
