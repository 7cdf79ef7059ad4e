import { type Grant, inScope } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { approvalWithdrawn } from './events.ts'
import { APPROVAL_MOVES } from './lifecycle.ts'
import type { WithdrawApproval } from './schema.ts'
import { staffOf } from './staff-of.ts'

/**
 * Takes back what one asked for oneself, while it waits.
 * @throws Refusal `approvals.over` where there is nothing of one's own that waits
 */
export async function withdrawRequest(grant: Grant<'approvals:request'>, input: WithdrawApproval): Promise<void> {
  const { from, to } = APPROVAL_MOVES.withdraw
  await inScope(grant, async (tx) => {
    const where = { id: input.approval, brand: grant.brand, requestedBy: staffOf(grant).id, state: from }
    const row = await tx.approval.findFirst({ where, select: { id: true, kind: true, subjectId: true } })
    if (!row) throw new Refusal('approvals.over')
    const { count } = await tx.approval.updateMany({
      where,
      data: { state: to, endedAt: clock.now(), sealedInput: null },
    })
    if (count === 0) throw new Refusal('approvals.over')
    await audit.record(tx, grant, approvalWithdrawn(row))
  })
}
