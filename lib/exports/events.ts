import type { AuditEvent } from '#lib/audit/index.ts'

export const exportRequested = (target: string): AuditEvent => ({ name: 'export.requested', target })
export const exportReady = (target: string, bytes: number): AuditEvent => ({
  name: 'export.ready',
  target,
  detail: { bytes },
})
export const exportFailed = (target: string): AuditEvent => ({ name: 'export.failed', target })
export const exportDownloaded = (target: string): AuditEvent => ({ name: 'export.downloaded', target })
export const exportExpired = (target: string): AuditEvent => ({ name: 'export.expired', target })
