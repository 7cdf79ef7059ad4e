import { type Grant, inScope } from '#lib/access/index.ts'
import { defineOperation } from '#lib/approvals/index.ts'
import type { Tx } from '#lib/platform/database/index.ts'
import { fromDecimalText } from '#lib/platform/money/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { RefundPayment } from '../schema.ts'
import { createRefund } from './create-refund.ts'

/** Money goes back when a second person lets it (ENB-09); it is then sent to where it came from. */
export const refundOperation = defineOperation({
  kind: 'payments.refund',
  permission: 'payments:refund',
  input: RefundPayment,
  async about(tx, { brand }, { payment: paymentId, amount, source }) {
    const payment = await findTaken(tx, brand, paymentId)
    if (!payment) throw new Refusal('payments.not_found')
    if (readAmount(amount, payment.currency) > payment.refundableMinor)
      throw new Refusal('payments.refund_too_high', { field: 'amount' })
    const { number, currency, subjectId } = payment
    return {
      summary: { amount, currency, number, source },
      href: `/staff/refunds?brand=${brand}&bill=${encodeURIComponent(number)}`,
      ...(subjectId ? { subject: subjectId } : {}),
    }
  },
  run: refundPayment,
})

/** Gives money of a payment back, as it was approved. */
async function refundPayment(grant: Grant<'payments:refund'>, input: RefundPayment): Promise<void> {
  const { payment: paymentId, amount, source, why: reason } = input
  await inScope(grant, async (tx) => {
    const payment = await tx.payment.findFirst({ where: { id: paymentId, brand: grant.brand } })
    if (!payment) throw new Refusal('payments.not_found')
    const amountMinor = readAmount(amount, payment.currency)
    await createRefund(tx, grant, { paymentId, amountMinor, source, reason })
  })
}

function readAmount(amount: string, currency: string): bigint {
  try {
    const minor = fromDecimalText(amount, currency)
    if (minor > 0n) return minor
  } catch {
    // It is said below.
  }
  throw new Refusal('payments.amount_wrong', { field: 'amount' })
}

interface Taken {
  readonly number: string
  readonly currency: string
  readonly subjectId: string | null
  readonly refundableMinor: bigint
}

async function findTaken(tx: Tx, brand: string, paymentId: string): Promise<Taken | null> {
  const [payment] = await tx.$queryRaw<Taken[]>`
    SELECT b.number, p.currency, p.subject_id AS "subjectId", (p.captured_minor - coalesce((
      SELECT sum(amount_minor) FROM refund WHERE payment_id = p.id AND state NOT IN ('failed', 'declined')), 0)
    )::bigint AS "refundableMinor"
    FROM payment p JOIN bill b ON b.id = p.bill_id
    WHERE p.id = ${paymentId}::uuid AND p.brand = ${brand} AND p.state = 'succeeded'`
  return payment ?? null
}
