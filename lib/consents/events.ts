import type { AuditEvent } from '#lib/audit/index.ts'
import type { Decision } from './schema.ts'

export const consentDecided = (purpose: string, decision: Decision): AuditEvent => ({
  name: `consent.${decision}`,
  target: purpose,
})
