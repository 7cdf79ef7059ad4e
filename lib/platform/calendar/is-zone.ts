import { dateFormat } from '../i18n/intl-formats.ts'

/** Whether a zone of this name is known: `Europe/Paris`. */
export function isZone(zone: string): boolean {
  try {
    return Boolean(dateFormat('en-CA', { timeZone: zone }))
  } catch {
    return false
  }
}
