import { dateFormat } from '#lib/platform/i18n/intl-formats.ts'

const DAY_MS = 86_400_000

/** Writing a range takes long, and most bills are for the same months. */
const written = new Map<string, string>()
const MOST_WRITTEN = 5_000

/** Days from one to another, the second not counted: written with the last day that belongs to it. */
export function formatPeriod(from: string, before: string, locale: string): string {
  const key = `${locale} ${from} ${before}`
  const text = written.get(key) ?? write(locale, from, before)
  if (written.size >= MOST_WRITTEN) written.clear()
  written.set(key, text)
  return text
}

function write(locale: string, from: string, before: string): string {
  const format = dateFormat(locale, { year: 'numeric', month: 'short', day: 'numeric', timeZone: 'UTC' })
  return format.formatRange(new Date(from), new Date(Date.parse(before) - DAY_MS))
}
