import type { Grant } from '#lib/access/index.ts'
import { billBalance, lockBooks, postLedger, walletOf } from '#lib/ledger/index.ts'
import { clock } from '#lib/platform/clock.ts'
import type { Tx } from '#lib/platform/database/index.ts'
import { followLedger } from './follow-ledger.ts'
import { type BillState, isPayable } from './schema.ts'

interface CreditedBill {
  readonly brand: string
  readonly subjectId: string | null
  readonly currency: string
  readonly state: BillState
}

/**
 * Pays a bill from the person's credit, as far as it goes, under the lock of their books: as the next bill is issued,
 * or when they ask for it. Nothing happens where there is no credit in its currency or nothing is open.
 * @returns how much was used, in minor units
 */
export async function applyCredit(tx: Tx, grant: Grant, billId: string): Promise<bigint> {
  const [bill] = await tx.$queryRaw<CreditedBill[]>`
    SELECT brand, subject_id AS "subjectId", currency, state FROM bill WHERE id = ${billId}::uuid`
  if (!bill?.subjectId) return 0n
  const { brand, subjectId, currency } = bill
  await lockBooks(tx, brand, subjectId)
  const wallet = await walletOf(tx, { brand, subject: subjectId })
  const credit = wallet.find((held) => held.currency === currency)?.amountMinor ?? 0n
  const open = isPayable(bill.state) ? await billBalance(tx, billId, 'receivable') : 0n
  const used = credit < open ? credit : open
  if (used <= 0n) return 0n
  const before = await tx.ledgerTransaction.count({
    where: { brand, kind: 'credit_used', reference: { startsWith: `${billId}:` } },
  })
  await postLedger(tx, {
    brand,
    subjectId,
    kind: 'credit_used',
    reference: `${billId}:${before + 1}`,
    currency,
    at: clock.now(),
    billId,
    entries: [
      // The wallet belongs to no bill: what is open of this one is the other line.
      { account: 'customer_credit', billId: null, amountMinor: used },
      { account: 'receivable', amountMinor: -used },
    ],
  })
  await followLedger(tx, grant, billId)
  return used
}
