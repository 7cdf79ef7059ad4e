import type Stripe from 'stripe'
import { onlyDeclared } from '../declared-fields.ts'
import { answer, type CheckoutOutcome, type CheckoutRequest, type PaymentProvider } from './provider.ts'
import { stripeClient } from './stripe-client.ts'
import { stripeFault } from './stripe-fault.ts'

const LOCALE_AT_STRIPE = { en: 'en', 'zh-CN': 'zh', fr: 'fr' } as const
const EXPAND = ['payment_intent.latest_charge']

/** Cards, Alipay and WeChat Pay through Stripe Checkout. Stripe forgets an idempotency key after 24 hours. */
export const stripe: PaymentProvider = {
  key: 'stripe',
  keyLifetimeMinutes: 23 * 60,
  async createCheckout(request) {
    const params = sessionParams(request)
    return answer(async () => {
      const session = await stripeClient().checkout.sessions.create(params, { idempotencyKey: request.paymentId })
      if (session.object !== 'checkout.session' || !session.url) throw new Error('no checkout session')
      return { ref: session.id, url: session.url }
    }, stripeFault)
  },
  fetchOutcome: (ref) =>
    answer(
      async () => outcomeOf(await stripeClient().checkout.sessions.retrieve(ref, { expand: EXPAND })),
      stripeFault,
    ),
  async close(ref) {
    const closed = await answer(() => stripeClient().checkout.sessions.expire(ref), stripeFault)
    // Refused means that it is not open any more: what it came to is what counts.
    return closed.ok || closed.fault.kind === 'rejected' ? stripe.fetchOutcome(ref) : closed
  },
}

function sessionParams(request: CheckoutRequest): Stripe.Checkout.SessionCreateParams {
  const payload = {
    mode: 'payment',
    line_items: [
      {
        quantity: 1,
        price_data: {
          currency: request.currency.toLowerCase(),
          unit_amount: Number(request.amountMinor),
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
  if (session.payment_status === 'paid' && intent.status === 'succeeded') return captured(intent)
  if (intent.status === 'requires_payment_method' || intent.status === 'canceled')
    return {
      kind: 'failed',
      code: intent.last_payment_error?.decline_code ?? intent.last_payment_error?.code ?? 'failed',
    }
  return { kind: 'pending' }
}

function captured(intent: Stripe.PaymentIntent): CheckoutOutcome {
  const charge = intent.latest_charge
  const seconds = charge !== null && typeof charge === 'object' ? charge.created : intent.created
  return {
    kind: 'captured',
    captureId: intent.id,
    amountMinor: BigInt(intent.amount_received),
    currency: intent.currency.toUpperCase(),
    at: new Date(seconds * 1000),
  }
}
