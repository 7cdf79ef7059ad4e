import type { PaymentState } from './schema.ts'

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
