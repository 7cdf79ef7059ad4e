import type { AuditEvent } from '#lib/audit/index.ts'
import type { EntryKind, RequestKind } from './schema.ts'

/** A person whom a grant that reaches a brand does not name, so that they can read who of the staff did it. */
const of = (subject: string | null) => (subject ? { subject } : {})

export const requestOpened = (target: string, kind: RequestKind): AuditEvent => ({
  name: 'request.opened',
  target,
  detail: { kind },
})
export const requestViewed = (target: string, subject: string | null): AuditEvent => ({
  name: 'request.viewed',
  target,
  ...of(subject),
})
/** Somebody's requests were looked for by the reference of their account. */
export const requestsLookedFor = (subject: string): AuditEvent => ({ name: 'request.looked_for', subject })
export const requestMoved = (target: string, subject: string | null, kind: EntryKind, reason?: string): AuditEvent => ({
  name: `request.${kind}`,
  target,
  ...of(subject),
  ...(reason ? { detail: { reason } } : {}),
})
export const evidenceViewed = (target: string, subject: string | null): AuditEvent => ({
  name: 'request.evidence_viewed',
  target,
  ...of(subject),
})
