import type { Grant } from '#lib/access/index.ts'
import type { Tx } from '#lib/platform/database/index.ts'
import { mayBecome } from './lifecycle.ts'
import { lockBill } from './lock-bill.ts'
import { FEE_DROPPED } from './schema.ts'
import { takeBack } from './take-back.ts'

/**
 * Takes the bill of a fee back, since what it was for is not done: nothing of it is owed any more, and what was paid is
 * the person's credit. Repeating it changes nothing.
 */
export async function cancelFeeBill(tx: Tx, grant: Grant<'requests:drop-fee'>, billId: string): Promise<void> {
  const { kind, state } = await lockBill(tx, grant, billId)
  if (kind !== 'fee' || !mayBecome(state, 'cancelled')) return
  await takeBack(tx, grant, { billId, reason: FEE_DROPPED })
}
