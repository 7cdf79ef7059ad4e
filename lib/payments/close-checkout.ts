import { type Grant, inScope } from '#lib/access/index.ts'
import { convergePayment } from './converge-payment.ts'
import { readPayment } from './payment-row.ts'
import { providerOf } from './providers/provider-of.ts'
import type { PaymentState } from './schema.ts'

/**
 * Closes a checkout that a person left open; what was paid there meanwhile counts.
 * @returns the state of the payment then; null where the provider could not be asked
 */
export async function closeCheckout(grant: Grant<'payments:settle'>, paymentId: string): Promise<PaymentState | null> {
  const payment = await inScope(grant, (tx) => readPayment(tx, paymentId))
  if (payment?.state !== 'created') return payment?.state ?? null
  const { close } = providerOf(payment.provider)
  const closed = close && payment.providerRef ? await close(payment.providerRef) : null
  if (closed && !closed.ok) return null
  return convergePayment(grant, paymentId, closed?.value ?? { kind: 'expired', code: 'replaced' })
}
