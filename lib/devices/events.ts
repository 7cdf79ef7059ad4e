import type { AuditEvent } from '#lib/audit/index.ts'

export const deviceAdded = (target: string): AuditEvent => ({ name: 'device.added', target })
/** One row for a batch of devices that nobody holds yet. */
export const unitsAnnounced = (count: number): AuditEvent => ({ name: 'device.units_announced', detail: { count } })
export const deviceRenamed = (target: string): AuditEvent => ({ name: 'device.renamed', target })
export const deviceRevoked = (target: string): AuditEvent => ({ name: 'device.revoked', target })
export const deviceUseSwitched = (target: string, permission: string, use: string, granted: boolean): AuditEvent => ({
  name: granted ? 'device.use_allowed' : 'device.use_refused',
  target,
  detail: { permission, use },
})
