import type { AuditEvent } from '#lib/audit/index.ts'

export const accountCreated = (subject: string): AuditEvent => ({ name: 'account.created', target: subject, subject })
export const signedIn = (subject: string, method: string): AuditEvent => ({
  name: 'session.started',
  subject,
  detail: { method },
})
export const signedOut = (target: string): AuditEvent => ({ name: 'session.ended', target })
export const sessionConfirmed = (target: string): AuditEvent => ({ name: 'session.confirmed', target })
export const sessionsEnded = (count: number): AuditEvent => ({ name: 'session.others_ended', detail: { count } })
export const passwordChanged = (subject: string): AuditEvent => ({ name: 'password.changed', subject })
export const passwordRecovered = (subject: string): AuditEvent => ({ name: 'password.recovered', subject })
export const identifierChanged = (kind: string): AuditEvent => ({ name: 'identifier.changed', detail: { kind } })
export const identifierRemoved = (kind: string): AuditEvent => ({ name: 'identifier.removed', detail: { kind } })
export const identifierCorrected = (subject: string, kind: string): AuditEvent => ({
  name: 'identifier.corrected',
  subject,
  detail: { kind },
})
export const birthDateCorrected = (subject: string): AuditEvent => ({ name: 'birth_date.corrected', subject })
export const staffSignedIn = (target: string): AuditEvent => ({ name: 'staff.signed_in', target })
export const staffSignedOut = (target: string): AuditEvent => ({ name: 'staff.signed_out', target })
export const guardianAsked = (target: string): AuditEvent => ({ name: 'guardian.asked', target })
export const guardianDecided = (target: string, decision: string): AuditEvent => ({
  name: 'guardian.decided',
  target,
  detail: { decision },
})
