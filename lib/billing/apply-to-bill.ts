import { billBalance, type LedgerLine } from '#lib/ledger/index.ts'
import type { Tx } from '#lib/platform/database/index.ts'
import { lesserOf } from '#lib/platform/money/index.ts'
import type { BillState } from './schema.ts'

/**
 * The lines by which money comes to a bill: as much as is open of it, the rest to the person's credit. A bill that was
 * written off is paid after all. The caller holds the person's books and posts the lines.
 */
export async function applyToBill(
  tx: Tx,
  { billId, amountMinor, currency }: { billId: string; amountMinor: bigint; currency: string },
): Promise<LedgerLine[]> {
  const [bill] = await tx.$queryRaw<{ state: BillState; currency: string }[]>`
    SELECT state, currency FROM bill WHERE id = ${billId}::uuid FOR UPDATE`
  if (!bill) throw new Error('money comes to a bill')
  if (bill.currency !== currency) throw new Error('money comes in the currency of its bill')
  // Asked after the locks were taken, so that a posting that went before is seen.
  const account = bill.state === 'written_off' ? 'write_off' : 'receivable'
  const open = await billBalance(tx, billId, account)
  const applied = open <= 0n ? 0n : lesserOf(amountMinor, open)
  return [
    { account, billId, amountMinor: -applied },
    { account: 'customer_credit', billId, amountMinor: applied - amountMinor },
  ]
}
