import type { AuditEvent } from '#lib/audit/index.ts'

export const policyAccepted = (version: string): AuditEvent => ({ name: 'policy.accepted', target: version })

export const policyAnnounced = (version: string, people: number): AuditEvent => ({
  name: 'policy.announced',
  target: version,
  detail: { people },
})

export const policyPublished = (version: string): AuditEvent => ({ name: 'policy.published', target: version })
