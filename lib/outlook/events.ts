import type { AuditEvent } from '#lib/audit/index.ts'

export const budgetSet = (): AuditEvent => ({ name: 'budget.set' })
export const budgetRemoved = (): AuditEvent => ({ name: 'budget.removed' })
