import type { AuditEvent } from '#lib/audit/index.ts'

export const transferMarked = (target: string, subject: string, country: string): AuditEvent => ({
  name: 'transfer.marked',
  target,
  subject,
  detail: { country },
})
export const transferTakenBack = (target: string, subject: string): AuditEvent => ({
  name: 'transfer.taken_back',
  target,
  subject,
})
export const figuresTaken = (rows: number): AuditEvent => ({ name: 'transfer.figures_taken', detail: { rows } })
