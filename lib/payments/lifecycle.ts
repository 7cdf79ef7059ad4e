import type { PaymentState, RefundState } from './schema.ts'

/**
 * From which state a payment may come to which. `created`: a checkout is open. `pending`: the person is done, the money
 * is on its way. `unknown`: the provider's answer was lost, and it has to be asked. Money that moved always counts,
 * also after we had given a payment up.
 */
export const PAYMENT_TRANSITIONS: Readonly<Record<PaymentState, readonly PaymentState[]>> = {
  created: ['pending', 'unknown', 'succeeded', 'failed', 'abandoned'],
  pending: ['unknown', 'succeeded', 'failed', 'abandoned'],
  unknown: ['created', 'pending', 'succeeded', 'failed', 'abandoned'],
  failed: ['succeeded'],
  abandoned: ['succeeded'],
  succeeded: [],
}

/** States in which the provider has the last word still to say. */
export const UNDER_WAY = ['created', 'pending', 'unknown'] as const satisfies readonly PaymentState[]

export function mayBecome(from: PaymentState, to: PaymentState): boolean {
  return PAYMENT_TRANSITIONS[from].includes(to)
}

export function isUnderWay(state: PaymentState): boolean {
  return UNDER_WAY.some((open) => open === state)
}

/**
 * `approved`: promised, on its way to the provider. `unknown`: it was sent and the answer is not there. A refund that had
 * come through can still fail at the bank.
 */
const REFUND_TRANSITIONS: Readonly<Record<RefundState, readonly RefundState[]>> = {
  approved: ['unknown', 'pending', 'succeeded', 'failed'],
  unknown: ['approved', 'pending', 'succeeded', 'failed'],
  pending: ['succeeded', 'failed'],
  succeeded: ['failed'],
  failed: [],
}

export function refundMayBecome(from: RefundState, to: RefundState): boolean {
  return REFUND_TRANSITIONS[from].includes(to)
}
