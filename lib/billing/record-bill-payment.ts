import type { Grant } from '#lib/access/index.ts'
import { type LedgerLine, lockBooks, postLedger } from '#lib/ledger/index.ts'
import type { Tx } from '#lib/platform/database/index.ts'
import { applyCredit } from './apply-credit.ts'
import { applyToBill } from './apply-to-bill.ts'
import { followLedger } from './follow-ledger.ts'
import { PAYABLE_STATES } from './schema.ts'

/** What of a payment was meant for one bill. */
export interface BillShare {
  readonly billId: string
  readonly amountMinor: bigint
}

/** Money that a provider took for one bill or several. */
export interface BillPayment {
  readonly brand: string
  readonly subjectId: string | null
  /** In the order in which they are paid. */
  readonly shares: readonly BillShare[]
  readonly provider: string
  /** The provider's id of the movement of money: it is posted once, whoever reports it how often. */
  readonly captureId: string
  /** What was taken, be it more or less than the shares. */
  readonly amountMinor: bigint
  readonly currency: string
  readonly at: Date
}

/**
 * Posts a payment against its bills and moves their states, under a lock on the person's books. What is more than was
 * open, or comes for a bill that is settled or cancelled, is held as the person's credit; what comes for a bill that was
 * written off is taken for it after all. Posting it again changes nothing.
 * @returns whether it was posted now
 */
export async function recordBillPayment(tx: Tx, grant: Grant, payment: BillPayment): Promise<boolean> {
  const { brand, subjectId, provider, captureId, currency, at } = payment
  await lockBooks(tx, brand, subjectId)
  const shares = divide(payment)
  const entries: LedgerLine[] = []
  for (const { billId, amountMinor } of shares) {
    entries.push({ account: `cash:${provider}`, billId, amountMinor })
    entries.push(...(await applyToBill(tx, { billId, amountMinor, currency })))
  }
  const posted = await postLedger(tx, {
    brand,
    subjectId,
    kind: 'payment',
    reference: `${provider}:${captureId}`,
    currency,
    at,
    billId: shares[0]?.billId ?? null,
    entries,
  })
  if (!posted) return false
  for (const { billId } of shares) {
    await followLedger(tx, grant, billId)
    await payReplacement(tx, grant, billId)
  }
  return true
}

/** Money for a bill that was made anew meanwhile is meant for the one that stands in its place. */
async function payReplacement(tx: Tx, grant: Grant, billId: string): Promise<void> {
  const next = await tx.bill.findFirst({
    where: { replacesId: billId, state: { in: [...PAYABLE_STATES] } },
    select: { id: true },
  })
  if (next) await applyCredit(tx, grant, next.id)
}

/** The shares in turn as far as the money goes; what is left belongs to the last. */
function divide({ shares, amountMinor }: BillPayment): BillShare[] {
  let left = amountMinor
  return shares.map(({ billId, amountMinor: meant }, index) => {
    const amount = index === shares.length - 1 || meant > left ? left : meant
    left -= amount
    return { billId, amountMinor: amount }
  })
}
