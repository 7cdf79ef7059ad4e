import { type Grant, inScope } from '#lib/access/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { convergePayment } from './converge-payment.ts'
import { sendsTo } from './declared-fields.ts'
import type { PaymentRow } from './payment-row.ts'
import type { Answer, CheckoutOutcome } from './providers/provider.ts'
import { providerOf } from './providers/provider-of.ts'

/**
 * Charges the saved card of a payment, outside of any transaction. It may be called again: a charge that was made is
 * found by its mark, so that the card is charged once.
 */
export async function chargeSavedCard(
  grant: Grant<'payments:settle'>,
  payment: PaymentRow,
): Promise<Answer<CheckoutOutcome>> {
  const { id: paymentId, billNumber, amountMinor, currency, savedCardId } = payment
  const card = savedCardId && (await inScope(grant, (tx) => tx.savedCard.findUnique({ where: { id: savedCardId } })))
  const provider = providerOf(payment.provider)
  if (!card || !provider.chargeSaved) return { ok: true, value: { kind: 'failed', code: 'card_removed' } }
  const { customerRef, methodRef } = card
  const sends = sendsTo(payment.brand, payment.provider)
  const request = { paymentId, billNumber, amountMinor, currency, customerRef, methodRef, sends }
  const charged = await provider.chargeSaved(request)
  if (!charged.ok) {
    if (charged.fault.kind === 'unknown')
      await convergePayment(grant, paymentId, { kind: 'lost', code: charged.fault.code })
    return charged
  }
  const { ref, outcome } = charged.value
  await inScope(grant, (tx) =>
    tx.payment.updateMany({
      where: { id: paymentId, providerRef: null },
      data: { providerRef: ref, askedAt: clock.now() },
    }),
  )
  return { ok: true, value: outcome }
}
