import type { AuditEvent } from '#lib/audit/index.ts'

export const arrearsNoticed = (
  target: string,
  subject: string,
  detail: { stage: string; sent: boolean },
): AuditEvent => ({
  name: 'arrears.noticed',
  target,
  subject,
  detail,
})
export const remindersChosen = (wanted: 'on' | 'off'): AuditEvent => ({ name: `reminders.${wanted}` })
