import type { AuditEvent } from '#lib/audit/index.ts'

export const recordRevealed = (category: string, target: string): AuditEvent => ({
  name: 'inventory.revealed',
  target,
  detail: { category },
})
export const recordDeleted = (category: string, target: string): AuditEvent => ({
  name: 'inventory.record_deleted',
  target,
  detail: { category },
})
export const categoryDeleted = (category: string, rows: number): AuditEvent => ({
  name: 'inventory.category_deleted',
  target: category,
  detail: { rows },
})
export const rangeDeleted = (category: string, rows: number): AuditEvent => ({
  name: 'inventory.range_deleted',
  target: category,
  detail: { rows },
})
export const recordCorrected = (category: string, target: string, fields: readonly string[]): AuditEvent => ({
  name: 'inventory.record_corrected',
  target,
  detail: { category, fields: fields.join(' ') },
})
export const recordContested = (category: string, target: string): AuditEvent => ({
  name: 'inventory.record_contested',
  target,
  detail: { category },
})
