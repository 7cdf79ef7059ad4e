import type { AuditEvent } from '#lib/audit/index.ts'
import type { PaymentState } from './schema.ts'

export const paymentStarted = (target: string, method: string): AuditEvent => ({
  name: 'payment.started',
  target,
  detail: { method },
})
/** `payment.succeeded`, `payment.failed` and so on. */
export const paymentMoved = (target: string, state: PaymentState, code?: string): AuditEvent => ({
  name: `payment.${state}`,
  target,
  ...(code ? { detail: { code } } : {}),
})
