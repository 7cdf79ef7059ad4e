import type { AuditEvent } from '#lib/audit/index.ts'
import type { HoldReason } from './schema.ts'

interface Of {
  readonly subject: string
  /** The first day of the period. */
  readonly period: string
}

/** The bill of a period was made by the portal itself; whether some of it had to be estimated for it. */
export const periodBilled = (target: string, { subject, period }: Of, estimated: boolean): AuditEvent => ({
  name: 'period.billed',
  target,
  subject,
  detail: { period, estimated },
})
export const periodHeld = ({ subject, period }: Of, reason: HoldReason): AuditEvent => ({
  name: 'period.held',
  target: subject,
  subject,
  detail: { period, reason },
})
export const correctionProposed = (target: string, subject: string): AuditEvent => ({
  name: 'bill.correction_proposed',
  target,
  subject,
})
export const correctionDismissed = (target: string): AuditEvent => ({ name: 'bill.correction_dismissed', target })
