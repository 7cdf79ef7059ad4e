import { dateFormat } from '#lib/platform/i18n/intl-formats.ts'

const DAY_MS = 86_400_000
const YEAR = { year: 'numeric' } as const
const DAY = { month: 'short', day: 'numeric', timeZone: 'UTC' } as const

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
  const [first, last] = [new Date(from), new Date(Date.parse(before) - DAY_MS)]
  if (locale === 'zh-CN') return writeChinese(first, last)
  return dateFormat(locale, { ...DAY, ...YEAR }).formatRange(first, last)
}

/** `2026年9月1日至30日`: the platform has only figures with strokes for a range, unlike for its days. */
function writeChinese(first: Date, last: Date): string {
  const sameYear = first.getUTCFullYear() === last.getUTCFullYear()
  const sameMonth = sameYear && first.getUTCMonth() === last.getUTCMonth()
  const end = sameMonth
    ? `${last.getUTCDate()}日`
    : dateFormat('zh-CN', { ...DAY, ...(sameYear ? {} : YEAR) }).format(last)
  return `${dateFormat('zh-CN', { ...DAY, ...YEAR }).format(first)}至${end}`
}
