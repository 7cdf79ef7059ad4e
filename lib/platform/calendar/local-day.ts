import { dateFormat } from '../i18n/intl-formats.ts'

const NUMBERS = { year: 'numeric', month: '2-digit', day: '2-digit' } as const

/** Today's date in a zone, as `2026-11-22`. */
export function localDay(at: Date, zone: string): string {
  return dateFormat('en-CA', { timeZone: zone, ...NUMBERS }).format(at)
}

/** The first day of a month that lies so many months after the month of a day; negative for before. */
export function monthStart(day: string, months = 0): string {
  const date = new Date(`${day.slice(0, 7)}-01T00:00:00Z`)
  date.setUTCMonth(date.getUTCMonth() + months)
  return date.toISOString().slice(0, 10)
}
