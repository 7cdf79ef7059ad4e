import { type Grant, inScope, systemGrant } from '#lib/access/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { convergeDispute } from './converge-dispute.ts'
import { readPayment } from './payment-row.ts'
import type { ProviderFault } from './providers/provider.ts'
import { providerOf } from './providers/provider-of.ts'
import { convergeRefund } from './refunds/converge-refund.ts'
import { askedToWait, noteWait } from './retry-after.ts'

/**
 * Asks the provider which refunds and disputes it holds for a payment that it took, and brings ours to that. May be
 * called by anyone at any time, any number of times.
 * @returns the fault where it could not be asked
 */
export async function settleReversals(
  grant: Grant<'payments:settle'>,
  paymentId: string,
): Promise<ProviderFault | null> {
  const payment = await inScope(grant, (tx) => readPayment(tx, paymentId))
  if (payment?.state !== 'succeeded' || !payment.captureId || !payment.providerRef) return null
  const waiting = askedToWait(payment)
  if (waiting) return waiting.fault
  const own = systemGrant('payments.reversals', 'payments:settle', {
    brand: payment.brand,
    subject: payment.subjectId,
  })
  const refs = { providerRef: payment.providerRef, captureId: payment.captureId }
  const provider = providerOf(payment.provider)
  const [refunds, disputes] = [await provider.listRefunds(refs), await provider.listDisputes(refs)]
  for (const refund of refunds.ok ? refunds.value : []) await convergeRefund(own, payment, refund)
  for (const dispute of disputes.ok ? disputes.value : []) await convergeDispute(own, payment, dispute)
  await inScope(own, (tx) =>
    tx.payment.update({ where: { id: paymentId }, data: { askedAt: clock.now() }, select: { id: true } }),
  )
  const fault = refunds.ok ? (disputes.ok ? null : disputes.fault) : refunds.fault
  if (fault?.retryAfter) await noteWait(own, paymentId, fault.retryAfter)
  return fault
}
