import { newIdentifier } from '../wire/identifier.ts'
import type { Call, StripeRoute } from './call.ts'
import { checkAmount, readCurrency } from './currency.ts'
import { type DeclineCode, FAILS_LATER } from './declines.ts'
import { listAnswer } from './list-answer.ts'
import { type PaymentIntent, paymentIntentObject } from './payment-intent-object.ts'
import { readMethodTypes } from './payment-method-types.ts'
import {
  allowOnly,
  fieldsOf,
  optionalFlag,
  optionalText,
  readMetadata,
  requiredInteger,
  requiredText,
} from './read-params.ts'
import { cardError, refuseMoney, takeMoney } from './settle-payment.ts'
import { invalidRequest, missing, stateError } from './stripe-error.ts'
import type { StripeState } from './stripe-state.ts'

const ROOT = '/v1/payment_intents'
const PARAMETERS = [
  'allowed_payment_method_types',
  'amount',
  'automatic_payment_methods',
  'confirm',
  'currency',
  'customer',
  'description',
  'metadata',
  'off_session',
  'payment_method',
  'payment_method_types',
  'receipt_email',
  'return_url',
  'setup_future_usage',
]

/** Stripe's own test methods that fail. */
const FAILING: Record<string, DeclineCode> = {
  pm_card_chargeDeclined: 'generic_decline',
  pm_card_visa_chargeDeclined: 'generic_decline',
  pm_card_chargeDeclinedInsufficientFunds: 'insufficient_funds',
  pm_card_visa_chargeDeclinedInsufficientFunds: 'insufficient_funds',
  pm_card_chargeDeclinedExpiredCard: 'expired_card',
  pm_card_authenticationRequired: 'authentication_required',
}

function findIntent(state: StripeState, { path }: Call): PaymentIntent {
  const intent = state.paymentIntents.get(path.id ?? '')
  if (!intent) throw missing('payment_intent', path.id ?? '', 'intent')
  return intent
}

function unexpectedState(intent: PaymentIntent, verb: string) {
  const message = `You cannot ${verb} this PaymentIntent because it has a status of ${intent.status}.`
  return stateError(message, 'payment_intent_unexpected_state')
}

function checkMethod(state: StripeState, method: string, customer: string | null): void {
  if (method.startsWith('pm_card_')) return
  const saved = state.paymentMethods.get(method)
  if (!saved) throw missing('PaymentMethod', method, 'payment_method', 400)
  if (customer !== null && saved.customer !== customer)
    throw invalidRequest(
      `The customer does not have a payment method with the ID ${method}. The payment method must be attached to the customer.`,
      'payment_method',
      'resource_missing',
    )
}

/** How a kept card turns out: as the control switch says, or as its digits do. */
function declineOf(state: StripeState, method: string): DeclineCode | undefined {
  const behaviour = state.behaviours.get(method)
  if (behaviour) return behaviour.outcome === 'succeeds' ? undefined : behaviour.outcome
  return FAILING[method] ?? FAILS_LATER[state.paymentMethods.get(method)?.card?.last4 ?? '']
}

function confirm(state: StripeState, intent: PaymentIntent, method: string): PaymentIntent {
  const decline = declineOf(state, method)
  const tried = { ...intent, payment_method: method }
  if (!decline) return takeMoney(state, tried, 'card', { email: intent.receipt_email })
  const refused = refuseMoney(state, tried, 'card', decline)
  throw cardError(refused.error, refused.intent)
}

function createIntent(state: StripeState, call: Call): PaymentIntent {
  const { params } = call
  allowOnly(params, PARAMETERS)
  const currency = readCurrency(requiredText(params, 'currency'), 'currency')
  const amount = requiredInteger(params, 'amount')
  checkAmount(amount, currency, 'amount')
  const customer = optionalText(params, 'customer')
  if (customer && !state.customers.get(customer)) throw missing('customer', customer, 'customer', 400)
  const method = optionalText(params, 'payment_method')
  if (method) checkMethod(state, method, customer)
  const confirmNow = optionalFlag(params, 'confirm')
  if (optionalFlag(params, 'off_session') && !confirmNow) {
    throw invalidRequest('off_session can only be set when confirm is true.', 'off_session')
  }
  if (confirmNow && !method) {
    throw invalidRequest(
      'You cannot confirm this PaymentIntent because it is missing a payment method.',
      'payment_method',
    )
  }
  const id = newIdentifier('pi_')
  const { offered, allowed } = readMethodTypes(call, currency)
  const automatic = optionalText(fieldsOf(params.automatic_payment_methods, 'automatic_payment_methods'), 'enabled')
  const intent = paymentIntentObject({
    id,
    allowed_payment_method_types: allowed,
    amount,
    amount_received: 0,
    automatic_payment_methods: automatic === 'true' ? { enabled: true, allow_redirects: 'always' } : null,
    canceled_at: null,
    cancellation_reason: null,
    client_secret: `${id}_secret_${newIdentifier('', 24)}`,
    created: state.clock.seconds(),
    currency,
    customer,
    description: optionalText(params, 'description', 1000),
    last_payment_error: null,
    latest_charge: null,
    metadata: readMetadata(params.metadata),
    payment_method: method,
    payment_method_options: {},
    payment_method_types: offered,
    receipt_email: optionalText(params, 'receipt_email'),
    setup_future_usage: optionalText(params, 'setup_future_usage'),
    status: method ? 'requires_confirmation' : 'requires_payment_method',
  })
  state.paymentIntents.put(id, intent)
  state.emit('payment_intent.created', intent)
  return confirmNow && method ? confirm(state, intent, method) : intent
}

function confirmIntent(state: StripeState, call: Call): PaymentIntent {
  allowOnly(call.params, ['payment_method', 'off_session', 'return_url', 'receipt_email'])
  const intent = findIntent(state, call)
  if (intent.status !== 'requires_confirmation' && intent.status !== 'requires_payment_method') {
    throw unexpectedState(intent, 'confirm')
  }
  const method = optionalText(call.params, 'payment_method') ?? intent.payment_method
  if (!method) throw unexpectedState(intent, 'confirm')
  checkMethod(state, method, intent.customer)
  return confirm(state, intent, method)
}

function cancelIntent(state: StripeState, call: Call): PaymentIntent {
  allowOnly(call.params, ['cancellation_reason'])
  const intent = findIntent(state, call)
  if (intent.status === 'succeeded' || intent.status === 'canceled') throw unexpectedState(intent, 'cancel')
  const session = state.sessions.all().find((one) => one.payment_intent === intent.id)
  if (session?.status === 'open') {
    throw stateError('You cannot cancel a PaymentIntent of an open Checkout Session: expire the session instead.')
  }
  const canceled = state.paymentIntents.put(intent.id, {
    ...intent,
    canceled_at: state.clock.seconds(),
    cancellation_reason: optionalText(call.params, 'cancellation_reason'),
    status: 'canceled',
  })
  if (session) state.promised.delete(session.id)
  state.emit('payment_intent.canceled', canceled)
  return canceled
}

export const paymentIntentRoutes: StripeRoute[] = [
  { method: 'POST', pattern: ROOT, run: createIntent },
  {
    method: 'GET',
    pattern: ROOT,
    run: (state, { params }) => listAnswer(state.paymentIntents, params, ROOT, ['customer']),
  },
  { method: 'GET', pattern: `${ROOT}/:id`, run: findIntent },
  { method: 'POST', pattern: `${ROOT}/:id/confirm`, run: confirmIntent },
  { method: 'POST', pattern: `${ROOT}/:id/cancel`, run: cancelIntent },
]
