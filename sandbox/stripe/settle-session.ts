import { newIdentifier } from '../wire/identifier.ts'
import type { LastFour, PaymentMethodType } from './charge-object.ts'
import { type CheckoutSession, customerDetails } from './checkout-session-object.ts'
import { newCustomer } from './customers.ts'
import type { DeclineCode } from './declines.ts'
import { type PaymentIntent, paymentIntentObject } from './payment-intent-object.ts'
import { refuseMoney, takeMoney } from './settle-payment.ts'
import type { StripeState } from './stripe-state.ts'

/** Stripe makes the intent of a session only when somebody tries to pay, and keeps it for the next try. */
function intentOf(state: StripeState, session: CheckoutSession): PaymentIntent {
  const existing = session.payment_intent ? state.paymentIntents.get(session.payment_intent) : undefined
  if (existing) return existing
  const id = newIdentifier('pi_')
  const plan = state.intentPlans.get(session.id)
  const intent = state.paymentIntents.put(
    id,
    paymentIntentObject({
      id,
      allowed_payment_method_types: session.allowed_payment_method_types,
      amount: session.amount_total,
      amount_received: 0,
      automatic_payment_methods: null,
      canceled_at: null,
      cancellation_reason: null,
      client_secret: `${id}_secret_${newIdentifier('', 24)}`,
      created: state.clock.seconds(),
      currency: session.currency,
      customer: session.customer,
      description: plan?.description ?? null,
      last_payment_error: null,
      latest_charge: null,
      metadata: plan?.metadata ?? {},
      payment_method: null,
      payment_method_options: session.payment_method_options,
      payment_method_types: session.payment_method_types,
      receipt_email: plan?.receiptEmail ?? null,
      setup_future_usage: plan?.setupFutureUsage ?? null,
      status: 'requires_payment_method',
    }),
  )
  state.sessions.put(session.id, { ...session, payment_intent: id })
  state.emit('payment_intent.created', intent)
  return intent
}

function emailOf(state: StripeState, session: CheckoutSession): string | null {
  const customer = session.customer ? state.customers.get(session.customer) : undefined
  return session.customer_email ?? customer?.email ?? null
}

function complete(
  state: StripeState,
  session: CheckoutSession,
  intent: PaymentIntent,
  paid: CheckoutSession['payment_status'],
): void {
  const done = state.sessions.put(session.id, {
    ...session,
    customer_details: customerDetails(emailOf(state, session)),
    payment_intent: intent.id,
    payment_status: paid,
    status: 'complete',
    url: null,
  })
  state.emit('checkout.session.completed', done)
}

/** Where the session keeps what pays for later, Stripe makes a customer to whom it belongs. */
function withCustomer(state: StripeState, session: CheckoutSession, intent: PaymentIntent): CheckoutSession {
  const before = { ...session, payment_intent: intent.id }
  if (session.customer || (session.customer_creation !== 'always' && !intent.setup_future_usage)) return before
  const { id } = newCustomer(state, { email: session.customer_email })
  state.paymentIntents.put(intent.id, { ...intent, customer: id })
  return state.sessions.put(session.id, { ...before, customer: id })
}

export function paySession(
  state: StripeState,
  session: CheckoutSession,
  method: PaymentMethodType,
  card?: LastFour,
): void {
  const owned = withCustomer(state, session, intentOf(state, session))
  const payer = { email: emailOf(state, owned), ...(card ? { card } : {}) }
  const intent = takeMoney(state, intentOf(state, owned), method, payer)
  complete(state, owned, intent, 'paid')
}

export function declineSession(
  state: StripeState,
  session: CheckoutSession,
  method: PaymentMethodType,
  decline: DeclineCode,
): void {
  refuseMoney(state, intentOf(state, session), method, decline)
}

/** The person finished, the money has not come: it does, or does not, after the delay. */
export function promiseSession(
  state: StripeState,
  session: CheckoutSession,
  method: PaymentMethodType,
  outcome: 'succeeds' | 'fails',
): void {
  const before = intentOf(state, session)
  const intent = state.paymentIntents.put(before.id, {
    ...before,
    status: 'processing',
  })
  state.emit('payment_intent.processing', intent)
  const dueAt = state.clock.now() + state.asyncDelayMs
  state.promised.put(session.id, { sessionId: session.id, method, outcome, dueAt })
  complete(state, session, intent, 'unpaid')
}

/** Brings a promised payment to its end. False when there is none. */
export function settlePromised(state: StripeState, sessionId: string, outcome?: 'succeeds' | 'fails'): boolean {
  const promised = state.promised.get(sessionId)
  const session = state.sessions.get(sessionId)
  const intent = session?.payment_intent ? state.paymentIntents.get(session.payment_intent) : undefined
  if (!promised || !session || !intent) return false
  state.promised.delete(sessionId)
  if ((outcome ?? promised.outcome) === 'fails') {
    refuseMoney(state, intent, promised.method, 'generic_decline')
    state.emit('checkout.session.async_payment_failed', session)
    return true
  }
  takeMoney(state, intent, promised.method, { email: emailOf(state, session) })
  const paid = state.sessions.put(session.id, { ...session, payment_status: 'paid' })
  state.emit('checkout.session.async_payment_succeeded', paid)
  return true
}

export function expireSession(state: StripeState, session: CheckoutSession): CheckoutSession {
  const expired = state.sessions.put(session.id, { ...session, status: 'expired', url: null })
  state.emit('checkout.session.expired', expired)
  return expired
}

/** What time alone brings about: sessions run out, promised money arrives. */
export function sweepSessions(state: StripeState): void {
  for (const session of state.sessions.all()) {
    if (session.status === 'open' && session.expires_at <= state.clock.seconds()) expireSession(state, session)
  }
  for (const promised of state.promised.all()) {
    if (promised.dueAt <= state.clock.now()) settlePromised(state, promised.sessionId)
  }
}
