import { newIdentifier } from '../wire/identifier.ts'
import { emitDispute } from './emit-event.ts'
import type { Capture, Dispute, PayPalState } from './paypal-state.ts'

/** A buyer opens a case; only PayPal and its buyers can, so there is no way to it in the API. */
export function openDispute(state: PayPalState, capture: Capture, reason: string): Dispute {
  const now = state.clock.iso()
  const id = `PP-R-${newIdentifier('', 12).toUpperCase()}`
  const dispute = state.disputes.put(id, {
    id,
    captureId: capture.id,
    status: 'UNDER_REVIEW',
    outcome: null,
    reason,
    currency: capture.currency,
    minor: capture.minor,
    createTime: now,
    updateTime: now,
  })
  emitDispute(state, dispute, 'CREATED')
  return dispute
}

export function closeDispute(state: PayPalState, dispute: Dispute, outcome: 'won' | 'lost'): Dispute {
  const closed = state.disputes.put(dispute.id, {
    ...dispute,
    status: 'RESOLVED',
    outcome: outcome === 'won' ? 'RESOLVED_SELLER_FAVOUR' : 'RESOLVED_BUYER_FAVOUR',
    updateTime: state.clock.iso(),
  })
  emitDispute(state, closed, 'RESOLVED')
  return closed
}
