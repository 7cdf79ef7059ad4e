import type { AuditEvent } from '#lib/audit/index.ts'

export const deviceAdded = (target: string): AuditEvent => ({ name: 'device.added', target })
export const deviceRenamed = (target: string): AuditEvent => ({ name: 'device.renamed', target })
export const deviceRevoked = (target: string): AuditEvent => ({ name: 'device.revoked', target })
export const deviceUseSwitched = (target: string, permission: string, use: string, granted: boolean): AuditEvent => ({
  name: granted ? 'device.use_allowed' : 'device.use_refused',
  target,
  detail: { permission, use },
})
