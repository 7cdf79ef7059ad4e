import type { Grant } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { billBalance } from '#lib/ledger/index.ts'
import type { Tx } from '#lib/platform/database/index.ts'
import { billPaid } from './events.ts'
import { mayBecome } from './lifecycle.ts'
import type { BillState } from './schema.ts'

/**
 * Brings a bill's state to what is open of it by the books, after anything was posted against it: paid, part paid or
 * due again. A bill that was cancelled or written off stays so. The caller holds the person's books.
 */
export async function followLedger(tx: Tx, grant: Grant, billId: string): Promise<BillState> {
  const [bill] = await tx.$queryRaw<{ state: BillState; totalMinor: bigint }[]>`
    SELECT state, total_minor AS "totalMinor" FROM bill WHERE id = ${billId}::uuid FOR UPDATE`
  if (!bill) throw new Error('there is no such bill')
  const state = stateFor(await billBalance(tx, billId, 'receivable'), bill.totalMinor)
  if (state === bill.state || !mayBecome(bill.state, state)) return bill.state
  await tx.bill.update({ where: { id: billId }, data: { state }, select: { id: true } })
  await audit.record(tx, grant, billPaid(billId, state))
  return state
}

function stateFor(openMinor: bigint, totalMinor: bigint): BillState {
  if (openMinor <= 0n) return 'paid'
  return openMinor < totalMinor ? 'part_paid' : 'issued'
}
