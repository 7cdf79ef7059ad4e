import type Stripe from 'stripe'
import type { CardKept, CheckoutOutcome } from './provider.ts'
import { fromStripeAmount } from './stripe-amount.ts'
import { stripeDecline } from './stripe-decline.ts'

/** What has become of a payment intent. */
export function intentOutcome(intent: Stripe.PaymentIntent): CheckoutOutcome {
  if (intent.status === 'succeeded') return captured(intent)
  const failed = intent.status === 'requires_payment_method' || intent.status === 'canceled'
  // Only the person can go on from here, and they are not there.
  if (intent.status === 'requires_action') return { kind: 'failed', code: 'authentication_required' }
  if (!failed) return { kind: 'pending' }
  const { last_payment_error: error } = intent
  return { kind: 'failed', code: (error && stripeDecline(error)) ?? 'failed' }
}

function captured(intent: Stripe.PaymentIntent): CheckoutOutcome {
  const charge = intent.latest_charge
  const whole = charge !== null && typeof charge === 'object' ? charge : null
  const balance = whole?.balance_transaction
  return {
    kind: 'captured',
    captureId: intent.id,
    amountMinor: fromStripeAmount(intent.amount_received, intent.currency),
    currency: intent.currency.toUpperCase(),
    at: new Date((whole?.created ?? intent.created) * 1000),
    ...feeOf(balance, intent.currency),
    ...cardKept(intent),
  }
}

/** Stripe takes its fee in the currency that it pays out in, which need not be the payment's. */
function feeOf(balance: string | Stripe.BalanceTransaction | null | undefined, paidIn: string): { feeMinor?: bigint } {
  if (!balance || typeof balance === 'string' || balance.currency !== paidIn) return {}
  return { feeMinor: fromStripeAmount(balance.fee, balance.currency) }
}

/** What may be shown of a card that was kept; nothing where none was. */
function cardKept(intent: Stripe.PaymentIntent): { saved?: CardKept } {
  const { customer, payment_method: method, setup_future_usage: kept } = intent
  const customerRef = typeof customer === 'string' ? customer : customer?.id
  if (!kept || !customerRef || !method || typeof method === 'string' || !method.card) return {}
  const { brand, last4, exp_year: year, exp_month: month } = method.card
  const expires = `${year}-${String(month).padStart(2, '0')}`
  return { saved: { customerRef, methodRef: method.id, scheme: brand, lastFour: last4, expires } }
}
