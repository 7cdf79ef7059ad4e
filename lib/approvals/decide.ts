import { clock } from '#lib/platform/clock.ts'
import type { Tx } from '#lib/platform/database/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import type { Waiting } from './find-waiting.ts'
import { APPROVAL_MOVES } from './lifecycle.ts'

/**
 * Writes the decision, in the name of who decides. The database refuses it to who asked.
 * @throws Refusal `approvals.over` where somebody else was faster
 */
export async function decide(tx: Tx, waiting: Waiting, move: 'approve' | 'refuse', note: string | undefined) {
  const now = clock.now()
  const { from, to } = APPROVAL_MOVES[move]
  const { count } = await tx.approval.updateMany({
    where: { id: waiting.id, state: from },
    data: {
      state: to,
      decidedBy: waiting.decider.id,
      decidedRole: waiting.decider.role,
      decidedAt: now,
      note: note || null,
      ...(move === 'refuse' ? { endedAt: now, sealedInput: null } : {}),
    },
  })
  if (count === 0) throw new Refusal('approvals.over')
}
