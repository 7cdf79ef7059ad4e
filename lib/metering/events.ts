import type { AuditEvent } from '#lib/audit/index.ts'

export const meterRegistered = (target: string): AuditEvent => ({ name: 'meter.registered', target })
