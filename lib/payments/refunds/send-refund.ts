import { type Grant, inScope, systemGrant } from '#lib/access/index.ts'
import { clock } from '#lib/platform/clock.ts'
import type { Tx } from '#lib/platform/database/index.ts'
import { enqueue } from '#lib/platform/queue/index.ts'
import { sendsTo } from '../declared-fields.ts'
import { type PaymentRow, readPayment } from '../payment-row.ts'
import type { Answer, ProviderFault, ProviderRefund } from '../providers/provider.ts'
import { providerOf } from '../providers/provider-of.ts'
import { convergeRefund, convergeUnsent } from './converge-refund.ts'
import type { RefundRow } from './refund-row.ts'

/**
 * Sends an approved refund to the provider and brings ours to what it says. Before anything leaves it is noted that it
 * may have: whoever comes after a crash or a lost answer first looks whether the provider holds it, by our mark, and only
 * then asks again under the same key. So nothing is given back twice, also when the key was forgotten there.
 * @throws where the provider could not be asked, so that the queue tries again
 */
export async function sendRefund(grant: Grant<'payments:settle'>, refundId: string): Promise<void> {
  const found = await inScope(grant, (tx) => readUnsent(tx, refundId))
  if (!found) return
  const { refund, payment } = found
  const own = systemGrant('payments.refund', 'payments:settle', { brand: refund.brand, subject: refund.subjectId })
  await convergeUnsent(own, refund, { state: 'unknown' })
  const answered = await askForRefund(refund, payment)
  if (answered.ok) return convergeRefund(own, payment, answered.value)
  await settleFault(own, refund, answered.fault)
}

async function askForRefund(refund: RefundRow, payment: PaymentRow): Promise<Answer<ProviderRefund>> {
  const { providerRef, captureId } = payment
  if (!providerRef || !captureId) return { ok: false, fault: { kind: 'rejected', code: 'nothing_captured' } }
  const provider = providerOf(payment.provider)
  if (refund.state === 'unknown') {
    const listed = await provider.listRefunds({ providerRef, captureId })
    if (!listed.ok) return listed
    const present = listed.value.find(({ refundId }) => refundId === refund.id)
    if (present) return { ok: true, value: present }
  }
  const { id: refundId, amountMinor, currency } = refund
  return provider.refund({ refundId, captureId, amountMinor, currency, sends: sendsTo(refund.brand, payment.provider) })
}

async function settleFault(grant: Grant<'payments:settle'>, refund: RefundRow, fault: ProviderFault): Promise<void> {
  if (fault.kind === 'rejected' || fault.kind === 'declined')
    return convergeUnsent(grant, refund, { state: 'failed', code: fault.code })
  if (fault.kind === 'unavailable') await convergeUnsent(grant, refund, { state: 'approved', code: fault.code })
  const { retryAfter } = fault
  if (!retryAfter) throw new Error(`the provider could not be asked for a refund: ${fault.code}`)
  const startAfter = new Date(clock.now().getTime() + retryAfter * 1000)
  await inScope(grant, (tx) => enqueue(tx, 'payments.refund', { refundId: refund.id }, { startAfter }))
}

/** A refund that is to be sent, or was sent without an answer; null for any other. */
async function readUnsent(tx: Tx, refundId: string): Promise<{ refund: RefundRow; payment: PaymentRow } | null> {
  const [refund] = await tx.$queryRaw<RefundRow[]>`
    SELECT id, brand, subject_id AS "subjectId", payment_id AS "paymentId", provider, amount_minor AS "amountMinor",
           currency, source, state, provider_ref AS "providerRef"
    FROM refund WHERE id = ${refundId}::uuid AND provider_ref IS NULL AND state IN ('approved', 'unknown')`
  const payment = refund && (await readPayment(tx, refund.paymentId))
  return payment ? { refund, payment } : null
}
