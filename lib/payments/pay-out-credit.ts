import { type Grant, inScope, subjectOf, systemGrant } from '#lib/access/index.ts'
import { lockBooks, walletOf } from '#lib/ledger/index.ts'
import type { Tx } from '#lib/platform/database/index.ts'
import { lesserOf } from '#lib/platform/money/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { createRefund } from './refunds/create-refund.ts'

/**
 * Gives the person's credit in one currency back to where they paid from, the latest payments first. It is theirs, so no
 * second person is asked; the recent sign-in is.
 * @returns how much is on its way, in minor units
 * @throws Refusal `payments.no_credit`, `payments.credit_not_returnable` where no payment is left that it could go back to
 */
export async function payOutCredit(
  grant: Grant<'credit:pay-out'>,
  { currency }: { currency: string },
): Promise<bigint> {
  const { brand } = grant
  const subject = subjectOf(grant)
  const own = systemGrant('payments.pay-out', 'payments:settle', { brand, subject })
  return inScope(own, async (tx) => {
    const payments = await lockTaken(tx, { brand, subject, currency })
    await lockBooks(tx, brand, subject)
    const wallet = await walletOf(tx, { brand, subject })
    const credit = wallet.find((held) => held.currency === currency)?.amountMinor ?? 0n
    if (credit <= 0n) throw new Refusal('payments.no_credit')
    let left = credit
    for (const { id: paymentId, refundableMinor } of payments) {
      const amountMinor = lesserOf(left, refundableMinor)
      if (amountMinor <= 0n) continue
      await createRefund(tx, own, { paymentId, amountMinor, source: 'credit', reason: 'credit_paid_out' })
      left -= amountMinor
    }
    if (left === credit) throw new Refusal('payments.credit_not_returnable')
    return credit - left
  })
}

interface Taken {
  readonly id: string
  readonly refundableMinor: bigint
}

/** Payments that a bank took back, or may, are left out. */
async function lockTaken(tx: Tx, of: { brand: string; subject: string; currency: string }): Promise<Taken[]> {
  return tx.$queryRaw<Taken[]>`
    SELECT p.id, (p.captured_minor - coalesce((
      SELECT sum(amount_minor) FROM refund WHERE payment_id = p.id AND state NOT IN ('failed', 'declined')), 0)
    )::bigint AS "refundableMinor"
    FROM payment p
    WHERE p.brand = ${of.brand} AND p.subject_id = ${of.subject}::uuid AND p.currency = ${of.currency}
      AND p.state = 'succeeded' AND p.provider_ref IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM dispute d WHERE d.payment_id = p.id)
    ORDER BY p.settled_at DESC, p.id LIMIT 50 FOR UPDATE OF p`
}
