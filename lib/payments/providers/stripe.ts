import type Stripe from 'stripe'
import { onlyDeclared } from '../declared-fields.ts'
import {
  AMOUNT_NOT_POSSIBLE,
  answer,
  type CheckoutOutcome,
  type CheckoutRequest,
  type PaymentProvider,
} from './provider.ts'
import { toStripeAmount } from './stripe-amount.ts'
import { stripeClient } from './stripe-client.ts'
import { stripeFault } from './stripe-fault.ts'
import { intentOutcome } from './stripe-outcome.ts'
import { stripeRefunds } from './stripe-refunds.ts'
import { stripeSavedCards } from './stripe-saved-cards.ts'

const LOCALE_AT_STRIPE = { en: 'en', 'zh-CN': 'zh', fr: 'fr' } as const
const MORE = ['latest_charge.balance_transaction', 'payment_method']

/** Cards, Alipay and WeChat Pay through Stripe Checkout. Stripe forgets an idempotency key after 24 hours. */
export const stripe: PaymentProvider = {
  ...stripeRefunds,
  ...stripeSavedCards,
  key: 'stripe',
  keyLifetimeMinutes: 23 * 60,
  async createCheckout(request) {
    const amount = toStripeAmount(request.amountMinor, request.currency)
    if (amount === null) return AMOUNT_NOT_POSSIBLE
    const params = sessionParams(request, amount)
    return answer(async () => {
      const session = await stripeClient().checkout.sessions.create(params, { idempotencyKey: request.paymentId })
      if (session.object !== 'checkout.session' || !session.url) throw new Error('no checkout session')
      return { ref: session.id, url: session.url }
    }, stripeFault)
  },
  fetchOutcome: (ref) =>
    answer(async () => {
      // A saved card is charged without a checkout.
      if (ref.startsWith('pi_'))
        return intentOutcome(await stripeClient().paymentIntents.retrieve(ref, { expand: MORE }))
      const expand = MORE.map((field) => `payment_intent.${field}`)
      return outcomeOf(await stripeClient().checkout.sessions.retrieve(ref, { expand }))
    }, stripeFault),
  async close(ref) {
    const closed = await answer(() => stripeClient().checkout.sessions.expire(ref), stripeFault)
    // Refused means that it is not open any more: what it came to is what counts.
    return closed.ok || closed.fault.kind === 'rejected' ? stripe.fetchOutcome(ref) : closed
  },
}

function sessionParams(request: CheckoutRequest, amount: number): Stripe.Checkout.SessionCreateParams {
  const payload = {
    mode: 'payment',
    line_items: [
      {
        quantity: 1,
        price_data: {
          currency: request.currency.toLowerCase(),
          unit_amount: amount,
          product_data: { name: request.billNumber },
        },
      },
    ],
    allowed_payment_method_types: [request.method],
    client_reference_id: request.paymentId,
    metadata: { bill_number: request.billNumber },
    locale: LOCALE_AT_STRIPE[request.locale],
    success_url: request.returnUrl,
    cancel_url: request.cancelUrl,
    ...(request.saveCard
      ? { customer_creation: 'always', payment_intent_data: { setup_future_usage: 'off_session' } }
      : {}),
  } as const
  return {
    ...onlyDeclared(payload, request.sends),
    line_items: [...payload.line_items],
    allowed_payment_method_types: [request.method],
  }
}

function outcomeOf(session: Stripe.Checkout.Session): CheckoutOutcome {
  // A foreign server's answer can lack what a session has without being an error to the client.
  if (session.object !== 'checkout.session') throw new Error('no checkout session')
  if (session.status === 'open') return { kind: 'open' }
  if (session.status === 'expired') return { kind: 'expired' }
  const intent = session.payment_intent
  if (intent === null || typeof intent === 'string') return { kind: 'pending' }
  // Complete, and the wallet's money has not come: Alipay and WeChat Pay can take a while.
  if (session.payment_status === 'unpaid' && intent.status === 'succeeded') return { kind: 'pending' }
  return intentOutcome(intent)
}
