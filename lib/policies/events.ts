import type { AuditEvent } from '#lib/audit/index.ts'

export const policyAccepted = (version: string): AuditEvent => ({ name: 'policy.accepted', target: version })
