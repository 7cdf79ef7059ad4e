import type { AuditEvent } from '#lib/audit/index.ts'
import type { OutcomeCounts } from './outcome.ts'

/** One row for a batch, however many people it concerns: counts only. */
export const batchReceived = (counts: OutcomeCounts): AuditEvent => ({ name: 'intake.received', detail: { ...counts } })
export const apiKeyMade = (target: string): AuditEvent => ({ name: 'intake.key_made', target })
export const apiKeyRevoked = (target: string): AuditEvent => ({ name: 'intake.key_revoked', target })
export const accountsOpened = (count: number): AuditEvent => ({ name: 'intake.accounts_opened', detail: { count } })
