import type { AuditEvent } from '#lib/audit/index.ts'

/** Which fields, never what stands in them. */
export const profileEdited = (fields: readonly string[]): AuditEvent => ({
  name: 'profile.edited',
  detail: { fields: fields.join(' ') },
})
export const localeChosen = (locale: string): AuditEvent => ({ name: 'profile.locale_chosen', detail: { locale } })
