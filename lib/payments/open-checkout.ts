import { type Grant, inScope } from '#lib/access/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { environment } from '#lib/platform/environment.ts'
import { convergePayment } from './converge-payment.ts'
import { sendsTo } from './declared-fields.ts'
import type { PaymentRow } from './payment-row.ts'
import type { Answer, Checkout, CheckoutRequest } from './providers/provider.ts'
import { providerOf } from './providers/provider-of.ts'
import { askedToWait, noteWait } from './retry-after.ts'
import { returnPath } from './return-path.ts'

/**
 * Asks the provider for the payment's checkout, outside of any transaction, and stores what it answers. Asking again is
 * answered with the same checkout, because the key and every field are the same. Until it is stored nobody was sent
 * there, so no money can have moved.
 */
export async function openCheckout(grant: Grant<'payments:settle'>, payment: PaymentRow): Promise<Answer<Checkout>> {
  const waiting = askedToWait(payment)
  if (waiting) return waiting
  const answered = await providerOf(payment.provider).createCheckout(checkoutRequest(payment))
  if (answered.ok) {
    const { ref, url } = answered.value
    await inScope(grant, (tx) =>
      tx.payment.updateMany({
        where: { id: payment.id, providerRef: null },
        data: { providerRef: ref, checkoutUrl: url, askedAt: clock.now() },
      }),
    )
    await convergePayment(grant, payment.id, { kind: 'open' })
  } else if (answered.fault.retryAfter) {
    await noteWait(grant, payment.id, answered.fault.retryAfter)
  } else if (answered.fault.kind === 'unknown') {
    await convergePayment(grant, payment.id, { kind: 'lost', code: answered.fault.code })
  } else if (answered.fault.kind !== 'unavailable') {
    await convergePayment(grant, payment.id, { kind: 'failed', code: answered.fault.code })
  }
  return answered
}

function checkoutRequest(payment: PaymentRow): CheckoutRequest {
  const manifest = getManifest(payment.brand)
  const returnUrl = new URL(returnPath(payment), environment().PUBLIC_URL).href
  return {
    paymentId: payment.id,
    billNumber: payment.billNumber,
    amountMinor: payment.amountMinor,
    currency: payment.currency,
    method: payment.method,
    locale: payment.locale ?? manifest.defaultLocale,
    returnUrl,
    cancelUrl: `${returnUrl}${returnUrl.includes('?') ? '&' : '?'}left=1`,
    saveCard: payment.keepCard,
    sends: sendsTo(payment.brand, payment.provider),
  }
}
