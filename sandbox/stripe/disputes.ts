import { newIdentifier } from '../wire/identifier.ts'
import type { StripeRoute } from './call.ts'
import type { Charge } from './charge-object.ts'
import { listAnswer } from './list-answer.ts'
import { type Dispute, disputeObject } from './small-objects.ts'
import { missing } from './stripe-error.ts'
import type { StripeState } from './stripe-state.ts'

const ROOT = '/v1/disputes'

/** A person asks their bank for the money back; only the bank can do that, so there is no way to it in the API. */
export function openDispute(state: StripeState, charge: Charge, reason: string): Dispute {
  const created = state.clock.seconds()
  const dispute = disputeObject({
    id: newIdentifier('dp_'),
    amount: charge.amount,
    charge: charge.id,
    created,
    currency: charge.currency,
    evidence_details: {
      due_by: created + 7 * 86_400,
      enhanced_eligibility: {},
      has_evidence: false,
      past_due: false,
      submission_count: 0,
    },
    is_charge_refundable: false,
    payment_intent: charge.payment_intent,
    reason,
    status: 'needs_response',
  })
  state.charges.put(charge.id, { ...charge, disputed: true })
  state.disputes.put(dispute.id, dispute)
  state.emit('charge.dispute.created', dispute)
  state.emit('charge.dispute.funds_withdrawn', dispute)
  return dispute
}

export function closeDispute(state: StripeState, dispute: Dispute, outcome: 'won' | 'lost'): Dispute {
  const closed = state.disputes.put(dispute.id, { ...dispute, status: outcome })
  if (outcome === 'won') state.emit('charge.dispute.funds_reinstated', closed)
  state.emit('charge.dispute.closed', closed)
  return closed
}

export const disputeRoutes: StripeRoute[] = [
  {
    method: 'GET',
    pattern: ROOT,
    run: (state, { params }) => listAnswer(state.disputes, params, ROOT, ['charge', 'payment_intent']),
  },
  {
    method: 'GET',
    pattern: `${ROOT}/:id`,
    run: (state, { path }) => {
      const dispute = state.disputes.get(path.id ?? '')
      if (!dispute) throw missing('dispute', path.id ?? '')
      return dispute
    },
  },
]
