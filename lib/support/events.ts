import type { AuditEvent } from '#lib/audit/index.ts'
import type { LOOKUP_REASONS } from './schema.ts'

/** The reason stands with the search; opening what was found has none of its own. */
export const personFound = (subject: string, why?: (typeof LOOKUP_REASONS)[number]): AuditEvent => ({
  name: 'support.found',
  subject,
  ...(why ? { detail: { why } } : {}),
})
export const supportStarted = (subject: string, session: string, minutes: number): AuditEvent => ({
  name: 'support.started',
  subject,
  target: session,
  detail: { minutes },
})
export const supportEnded = (subject: string, session: string): AuditEvent => ({
  name: 'support.ended',
  subject,
  target: session,
})
