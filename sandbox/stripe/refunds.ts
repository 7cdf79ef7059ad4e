import { newIdentifier } from '../wire/identifier.ts'
import type { Call, StripeRoute } from './call.ts'
import type { Charge } from './charge-object.ts'
import { formatAmount } from './currency.ts'
import { listAnswer } from './list-answer.ts'
import { allowOnly, optionalInteger, optionalText, readMetadata } from './read-params.ts'
import { type Refund, refundObject } from './small-objects.ts'
import { invalidRequest, missing, stateError } from './stripe-error.ts'
import type { StripeState } from './stripe-state.ts'

const ROOT = '/v1/refunds'
const REASONS = ['duplicate', 'fraudulent', 'requested_by_customer']

function findCharge(state: StripeState, params: Call['params']): Charge {
  const chargeId = optionalText(params, 'charge')
  const intentId = optionalText(params, 'payment_intent')
  if (!chargeId && !intentId) {
    throw invalidRequest('One of the following params should be provided for this request: payment_intent or charge.')
  }
  const intent = intentId ? state.paymentIntents.get(intentId) : undefined
  if (intentId && !intent) throw missing('payment_intent', intentId, 'payment_intent')
  const id = chargeId ?? intent?.latest_charge ?? ''
  const charge = state.charges.get(id)
  if (!charge && intent) throw stateError('This PaymentIntent does not have a successful charge to refund.')
  if (!charge) throw missing('charge', id, 'charge')
  return charge
}

function checkRefundable(charge: Charge, amount: number): void {
  if (charge.status !== 'succeeded') {
    throw stateError('This PaymentIntent does not have a successful charge to refund.')
  }
  if (charge.disputed) {
    throw stateError(`Charge ${charge.id} has been charged back; cannot issue a refund.`, 'charge_disputed')
  }
  const left = charge.amount - charge.amount_refunded
  if (left === 0) {
    throw stateError(`Charge ${charge.id} has already been refunded.`, 'charge_already_refunded')
  }
  if (amount > left) {
    const asked = formatAmount(amount, charge.currency)
    const rest = formatAmount(left, charge.currency)
    throw stateError(
      `Refund amount (${asked}) is greater than unrefunded amount on charge (${rest})`,
      undefined,
      'amount',
    )
  }
}

/** Moves a charge's refunded sum and says so. */
function moveRefunded(state: StripeState, chargeId: string, by: number): void {
  const charge = state.charges.get(chargeId)
  if (!charge) return
  const amount_refunded = charge.amount_refunded + by
  const refunded = amount_refunded === charge.amount
  const after = state.charges.put(charge.id, { ...charge, amount_refunded, refunded })
  if (by > 0)
    state.emit('charge.refunded', after, { amount_refunded: charge.amount_refunded, refunded: charge.refunded })
  else state.emit('charge.updated', after, { amount_refunded: charge.amount_refunded, refunded: charge.refunded })
}

function createRefund(state: StripeState, { params }: Call): Refund {
  allowOnly(params, ['charge', 'payment_intent', 'amount', 'reason', 'metadata'])
  const reason = optionalText(params, 'reason')
  if (reason && !REASONS.includes(reason)) throw invalidRequest(`Invalid reason: ${reason}`, 'reason')
  const metadata = readMetadata(params.metadata)
  const charge = findCharge(state, params)
  const amount = optionalInteger(params, 'amount') ?? charge.amount - charge.amount_refunded
  if (params.amount !== undefined && amount < 1) throw invalidRequest('Invalid positive integer', 'amount')
  checkRefundable(charge, amount)
  const outcome = state.nextRefund
  state.nextRefund = null
  const card = { reference_status: 'pending', reference_type: 'acquirer_reference_number', type: 'refund' }
  const refund = refundObject({
    id: newIdentifier('re_'),
    amount,
    balance_transaction: newIdentifier('txn_'),
    charge: charge.id,
    created: state.clock.seconds(),
    currency: charge.currency,
    destination_details: { card, type: 'card' },
    metadata,
    payment_intent: charge.payment_intent,
    payment_method: charge.payment_method,
    reason,
    status: outcome === null ? 'succeeded' : 'pending',
  })
  state.refunds.put(refund.id, refund)
  state.emit('refund.created', refund)
  moveRefunded(state, charge.id, amount)
  return outcome === 'failed' ? settleRefund(state, refund, 'failed') : refund
}

/** A pending refund comes through, or fails and gives the charge its amount back. */
export function settleRefund(state: StripeState, refund: Refund, outcome: 'succeeded' | 'failed'): Refund {
  const failed = outcome === 'failed'
  const after = state.refunds.put(refund.id, {
    ...refund,
    status: outcome,
    ...(failed ? { failure_reason: 'lost_or_stolen_card' } : {}),
  })
  if (failed) moveRefunded(state, refund.charge, -refund.amount)
  state.emit('refund.updated', after, { status: refund.status })
  if (failed) state.emit('refund.failed', after)
  return after
}

export const refundRoutes: StripeRoute[] = [
  { method: 'POST', pattern: ROOT, run: createRefund },
  {
    method: 'GET',
    pattern: ROOT,
    run: (state, { params }) => listAnswer(state.refunds, params, ROOT, ['charge', 'payment_intent']),
  },
  {
    method: 'GET',
    pattern: `${ROOT}/:id`,
    run: (state, { path }) => {
      const refund = state.refunds.get(path.id ?? '')
      if (!refund) throw missing('refund', path.id ?? '')
      return refund
    },
  },
]
