import type { AuditEvent } from '#lib/audit/index.ts'

export const closingRequested = (target: string): AuditEvent => ({ name: 'account.closing_requested', target })
export const closingUndone = (target: string): AuditEvent => ({ name: 'account.closing_undone', target })
export const categoryErased = (category: string, erased: number, anonymised: number, kept: number): AuditEvent => ({
  name: 'retention.category_erased',
  target: category,
  detail: { erased, anonymised, kept },
})
export const accountErased = (target: string): AuditEvent => ({ name: 'account.erased', target })
export const retentionSwept = (category: string, erased: number): AuditEvent => ({
  name: 'retention.swept',
  target: category,
  detail: { erased },
})
export const accountDeactivated = (subject: string): AuditEvent => ({
  name: 'account.deactivated',
  subject,
  detail: { ground: 'child' },
})
export const accountReactivated = (subject: string): AuditEvent => ({ name: 'account.reactivated', subject })
