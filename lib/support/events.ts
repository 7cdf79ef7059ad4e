import type { AuditEvent } from '#lib/audit/index.ts'

export const personFound = (subject: string): AuditEvent => ({ name: 'support.found', subject })
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
