import type { AuditEvent } from '#lib/audit/index.ts'

export const bulkExportOrdered = (target: string, content: string, purpose: string): AuditEvent => ({
  name: 'bulk_export.ordered',
  target,
  detail: { content, purpose },
})
export const bulkExportReady = (target: string, people: number, rows: number): AuditEvent => ({
  name: 'bulk_export.ready',
  target,
  detail: { people, rows },
})
export const bulkExportDownloaded = (target: string): AuditEvent => ({ name: 'bulk_export.downloaded', target })
export const bulkExportExpired = (target: string): AuditEvent => ({ name: 'bulk_export.expired', target })
