import type { AuditEvent } from '#lib/audit/index.ts'

export const deliveryConfirmed = (target: string, recipient: string): AuditEvent => ({
  name: 'delivery.confirmed',
  target,
  detail: { recipient },
})
export const deliveryFailed = (target: string, recipient: string, answer: string): AuditEvent => ({
  name: 'delivery.failed',
  target,
  detail: { recipient, answer },
})
export const deliveryResent = (target: string, recipient: string): AuditEvent => ({
  name: 'delivery.resent',
  target,
  detail: { recipient },
})
