import type { AuditEvent } from '#lib/audit/index.ts'

export const newsSent = (item: string, people: number): AuditEvent => ({
  name: 'news.sent',
  target: item,
  detail: { people },
})
