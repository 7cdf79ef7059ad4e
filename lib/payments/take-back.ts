import type { BillState } from '#lib/billing/schema.ts'
import { billBalance, type LedgerLine, walletOf } from '#lib/ledger/index.ts'
import type { Tx } from '#lib/platform/database/index.ts'
import { lesserOf } from '#lib/platform/money/index.ts'

/** Money of a payment that goes back, and in which order it is looked for. */
export interface Reversal {
  readonly brand: string
  readonly subjectId: string | null
  readonly paymentId: string
  readonly amountMinor: bigint
  readonly currency: string
  readonly order: readonly ('bill' | 'credit' | 'goodwill' | 'losses')[]
  /** Of the person's credit no more than this. */
  readonly creditUpTo?: bigint
}

/**
 * The lines by which money of a payment is taken back: its bills are open again as far as they were paid, the person's
 * credit is used as far as it goes, the rest is ours. The caller holds the person's books and posts the lines.
 */
export async function takeBack(tx: Tx, reversal: Reversal): Promise<LedgerLine[]> {
  const lines: LedgerLine[] = []
  let left = reversal.amountMinor
  for (const source of reversal.order) {
    if (left <= 0n) break
    const found = await linesFrom(tx, reversal, source, left)
    left -= found.reduce((sum, line) => sum + line.amountMinor, 0n)
    lines.push(...found)
  }
  if (left !== 0n) throw new Error('money that goes back must come from somewhere')
  return lines
}

async function linesFrom(
  tx: Tx,
  reversal: Reversal,
  source: Reversal['order'][number],
  amountMinor: bigint,
): Promise<LedgerLine[]> {
  if (source === 'bill') return reopenBills(tx, reversal, amountMinor)
  if (source === 'credit') {
    const most = lesserOf(amountMinor, reversal.creditUpTo ?? amountMinor)
    const credit = lesserOf(await creditOf(tx, reversal), most)
    return credit > 0n ? [{ account: 'customer_credit', billId: null, amountMinor: credit }] : []
  }
  return [{ account: source, billId: null, amountMinor }]
}

/** What is held for the person in the payment's currency. */
export async function creditOf(
  tx: Tx,
  { brand, subjectId, currency }: Pick<Reversal, 'brand' | 'subjectId' | 'currency'>,
): Promise<bigint> {
  if (!subjectId) return 0n
  const wallet = await walletOf(tx, { brand, subject: subjectId })
  return wallet.find((held) => held.currency === currency)?.amountMinor ?? 0n
}

/** The last bill of the payment first. What was cancelled or written off stays so. */
async function reopenBills(tx: Tx, { paymentId }: Reversal, amountMinor: bigint): Promise<LedgerLine[]> {
  const bills = await tx.$queryRaw<{ id: string; state: BillState; totalMinor: bigint; share: bigint }[]>`
    SELECT b.id, b.state, b.total_minor AS "totalMinor", s.amount_minor AS share
    FROM payment_share s JOIN bill b ON b.id = s.bill_id
    WHERE s.payment_id = ${paymentId}::uuid ORDER BY s.position DESC FOR UPDATE OF b`
  const lines: LedgerLine[] = []
  let left = amountMinor
  for (const { id, state, totalMinor, share } of bills) {
    if (state === 'cancelled' || state === 'written_off') continue
    const paid = totalMinor - (await billBalance(tx, id, 'receivable'))
    const back = lesserOf(lesserOf(paid, share), left)
    if (back <= 0n) continue
    lines.push({ account: 'receivable', billId: id, amountMinor: back })
    left -= back
  }
  return lines
}
