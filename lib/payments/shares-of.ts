import { type Grant, inScope } from '#lib/access/index.ts'
import { type BillShare, type BillSummary, getBill } from '#lib/billing/index.ts'
import { isPayable } from '#lib/billing/schema.ts'
import { fromDecimalText, lesserOf } from '#lib/platform/money/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import type { StartPayment } from './schema.ts'

/** What is to be paid: how much of which bill. */
export interface Basket {
  readonly shares: readonly BillShare[]
  readonly currency: string
}

/**
 * How much of which bill is to be paid: all that is open, or the part that was typed, the first bill first.
 * @throws Refusal `billing.not_found`, `payments.nothing_to_pay`, `payments.currencies_differ`, `payments.amount_wrong`,
 *   `payments.amount_too_high`
 */
export async function sharesOf(
  grant: Grant<'payments:pay'>,
  { billId, others = [], amount }: Pick<StartPayment, 'billId' | 'others' | 'amount'>,
): Promise<Basket> {
  const bills = await inScope(grant, async () => {
    const found: BillSummary[] = []
    for (const id of new Set([billId, ...others])) found.push(await getBill(grant, id))
    return found
  })
  const owed = bills.filter((bill) => isPayable(bill.state) && bill.openMinor > 0n)
  const [first] = owed
  // The bill that the person stands before is paid, or nothing is.
  if (!first || first.id !== billId) throw new Refusal('payments.nothing_to_pay')
  const { currency } = first
  if (owed.some((bill) => bill.currency !== currency)) throw new Refusal('payments.currencies_differ')
  const open = owed.reduce((sum, bill) => sum + bill.openMinor, 0n)
  let left = amount ? readAmount(amount, currency) : open
  if (left > open) throw new Refusal('payments.amount_too_high', { field: 'amount' })
  const shares = owed.flatMap((bill) => {
    const amountMinor = lesserOf(left, bill.openMinor)
    left -= amountMinor
    return amountMinor > 0n ? [{ billId: bill.id, amountMinor }] : []
  })
  return { shares, currency }
}

/** An amount as people type it: figures of any width, a comma or a point before the decimals, nothing else. */
function readAmount(typed: string, currency: string): bigint {
  const text = typed.normalize('NFKC').replace(/\s/g, '').replace(',', '.')
  try {
    const minor = fromDecimalText(text, currency)
    if (minor > 0n) return minor
  } catch {
    // It is said below.
  }
  throw new Refusal('payments.amount_wrong', { field: 'amount' })
}
