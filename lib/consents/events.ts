import type { AuditEvent } from '#lib/audit/index.ts'
import type { Decision } from './schema.ts'

export const consentDecided = (purpose: string, decision: Decision, way: string): AuditEvent => ({
  name: `consent.${decision}`,
  target: purpose,
  detail: { way },
})
export const receiptTaken = (record: string): AuditEvent => ({ name: 'consent.receipt_taken', target: record })
