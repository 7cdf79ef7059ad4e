import type { AuditEvent } from '#lib/audit/index.ts'

export const announced = (target: string, kind: string): AuditEvent => ({
  name: 'announcement.made',
  target,
  detail: { kind },
})
export const announcementTold = (target: string, people: number): AuditEvent => ({
  name: 'announcement.told',
  target,
  detail: { people },
})
export const announcementRead = (target: string): AuditEvent => ({ name: 'announcement.read', target })
export const lettersPosted = (target: string, people: number): AuditEvent => ({
  name: 'announcement.letters_posted',
  target,
  detail: { people },
})
