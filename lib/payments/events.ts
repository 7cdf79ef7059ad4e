import type { AuditEvent } from '#lib/audit/index.ts'
import type { PaymentState, RefundState } from './schema.ts'

/** Whoever pays by a mailed link is unknown: what is recorded is that it was by the link. */
export const paymentStarted = (
  target: string,
  { method, linkId }: { method: string; linkId: string | null },
): AuditEvent => ({
  name: 'payment.started',
  target,
  detail: { method, ...(linkId ? { by: 'link' } : {}) },
})
/** `payment.succeeded`, `payment.failed` and so on. */
export const paymentMoved = (target: string, state: PaymentState, code?: string): AuditEvent => ({
  name: `payment.${state}`,
  target,
  ...(code ? { detail: { code } } : {}),
})
/** `refund.approved`, `refund.succeeded` and so on. */
export const refundMoved = (target: string, state: RefundState, code?: string): AuditEvent => ({
  name: `refund.${state}`,
  target,
  ...(code ? { detail: { code } } : {}),
})
export const disputeMoved = (target: string, state: 'open' | 'won' | 'lost'): AuditEvent => ({
  name: `dispute.${state}`,
  target,
})

/** Staff looked for payments by the number of a bill, to see what can go back. */
export const paymentsLookedAt = (subject: string): AuditEvent => ({
  name: 'payment.looked_at',
  subject,
  detail: { why: 'payment' },
})
