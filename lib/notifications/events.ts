import type { AuditEvent } from '#lib/audit/index.ts'

export const pushSubscribed = (target: string): AuditEvent => ({ name: 'push.subscribed', target })
export const pushUnsubscribed = (target: string): AuditEvent => ({ name: 'push.unsubscribed', target })
