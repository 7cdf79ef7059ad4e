import { newIdentifier } from '../wire/identifier.ts'
import {
  type Charge,
  chargeObject,
  emptyBillingDetails,
  type LastFour,
  type PaymentMethodType,
  paymentMethodDetails,
  savedCard,
} from './charge-object.ts'
import { DECLINES, type DeclineCode } from './declines.ts'
import type { PaymentIntent } from './payment-intent-object.ts'
import { StripeError, type StripeErrorBody } from './stripe-error.ts'
import type { StripeState } from './stripe-state.ts'

/** Who pays, and by which card where it matters. */
export interface Payer {
  readonly email: string | null
  readonly card?: LastFour
}

function newCharge(state: StripeState, intent: PaymentIntent, type: PaymentMethodType, { email, card }: Payer): Charge {
  const id = newIdentifier('ch_')
  const billing = emptyBillingDetails(email)
  const method = newPaymentMethod(state, intent, type, { billing, card })
  return chargeObject({
    id,
    amount: intent.amount,
    amount_captured: 0,
    amount_refunded: 0,
    balance_transaction: null,
    billing_details: billing,
    captured: false,
    created: state.clock.seconds(),
    currency: intent.currency,
    customer: intent.customer,
    description: intent.description,
    disputed: false,
    failure_code: null,
    failure_message: null,
    metadata: intent.metadata,
    outcome: {},
    paid: false,
    payment_intent: intent.id,
    payment_method: method,
    payment_method_details: paymentMethodDetails(type, intent.amount, newIdentifier('', 20)),
    receipt_email: intent.receipt_email,
    receipt_url: null,
    refunded: false,
    status: 'failed',
  })
}

function newPaymentMethod(
  state: StripeState,
  intent: PaymentIntent,
  type: PaymentMethodType,
  { billing, card }: { billing: unknown; card: LastFour | undefined },
): string {
  const id = intent.payment_method ?? newIdentifier('pm_')
  if (state.paymentMethods.get(id)) return id
  state.paymentMethods.put(id, {
    id,
    object: 'payment_method',
    allow_redisplay: 'limited',
    billing_details: billing,
    created: state.clock.seconds(),
    customer: intent.setup_future_usage ? intent.customer : null,
    customer_account: null,
    livemode: false,
    metadata: {},
    type,
    ...(type === 'card' ? { card: savedCard(card) } : { [type]: {} }),
  })
  return id
}

function outcomeOf(type: string, status: string, reason: string | null, message: string) {
  const codes = { advice_code: null, network_advice_code: null, network_decline_code: null }
  return { ...codes, network_status: status, reason, seller_message: message, type }
}

/** Money is taken: the charge, the intent, and the events that say so. */
export function takeMoney(state: StripeState, intent: PaymentIntent, type: PaymentMethodType, payer: Payer) {
  const charge = newCharge(state, intent, type, payer)
  const paid = state.charges.put(charge.id, {
    ...charge,
    amount_captured: intent.amount,
    balance_transaction: newIdentifier('txn_'),
    captured: true,
    outcome: outcomeOf('authorized', 'approved_by_network', null, 'Payment complete.'),
    paid: true,
    receipt_url: `${state.baseUrl()}/receipts/${charge.id}`,
    status: 'succeeded',
  })
  const settled = state.paymentIntents.put(intent.id, {
    ...intent,
    amount_received: intent.amount,
    last_payment_error: null,
    latest_charge: paid.id,
    payment_method: paid.payment_method,
    status: 'succeeded',
  })
  state.emit('charge.succeeded', paid)
  state.emit('payment_intent.succeeded', settled)
  return settled
}

/** The bank says no: a failed charge, and the intent waits for another way to pay. */
export function refuseMoney(state: StripeState, intent: PaymentIntent, type: PaymentMethodType, decline: DeclineCode) {
  const { code, message } = DECLINES[decline]
  const charge = newCharge(state, intent, type, { email: null })
  const failed = state.charges.put(charge.id, {
    ...charge,
    failure_code: code,
    failure_message: message,
    outcome: outcomeOf('issuer_declined', 'declined_by_network', decline, 'The bank did not approve the payment.'),
  })
  const error: StripeErrorBody = { type: 'card_error', code, decline_code: decline, message, charge: failed.id }
  const waiting = state.paymentIntents.put(intent.id, {
    ...intent,
    last_payment_error: error,
    latest_charge: failed.id,
    payment_method: null,
    status: 'requires_payment_method',
  })
  state.emit('charge.failed', failed)
  state.emit('payment_intent.payment_failed', waiting)
  return { intent: waiting, error }
}

export function cardError(body: StripeErrorBody, intent: PaymentIntent): StripeError {
  return new StripeError(402, { ...body, payment_intent: intent }, true)
}
