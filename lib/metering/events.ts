import type { AuditEvent } from '#lib/audit/index.ts'

export const meterReplaced = (target: string): AuditEvent => ({ name: 'meter.replaced', target })
export const meterRegistered = (target: string): AuditEvent => ({ name: 'meter.registered', target })
/** `target` is the year, or `all`. */
export const energyUsageDownloaded = (target: string): AuditEvent => ({ name: 'energy_usage.downloaded', target })
