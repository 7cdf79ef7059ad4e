import type { AuditEvent } from '#lib/audit/index.ts'

export const recipientAnnounced = (target: string, kind: string, asked: number): AuditEvent => ({
  name: 'recipient.announced',
  target,
  detail: { kind, asked },
})
export const recipientAcknowledged = (target: string): AuditEvent => ({ name: 'recipient.acknowledged', target })
