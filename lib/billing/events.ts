import type { AuditEvent } from '#lib/audit/index.ts'

export const billIssued = (target: string, number: string): AuditEvent => ({
  name: 'bill.issued',
  target,
  detail: { number },
})
export const billPaid = (target: string, state: string): AuditEvent => ({
  name: 'bill.paid',
  target,
  detail: { state },
})
