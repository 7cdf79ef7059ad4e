import { useLocale } from 'next-intl'
import { dateFormat } from '#lib/platform/i18n/intl-formats.ts'

const DAY_MS = 86_400_000

/** Days from one to another, the second not counted: shown with the last day that belongs to it. */
export function Period({ from, before }: { from: string; before: string }) {
  const format = dateFormat(useLocale(), { year: 'numeric', month: 'short', day: 'numeric', timeZone: 'UTC' })
  const last = new Date(Date.parse(before) - DAY_MS)
  return <span className="tabular-nums">{format.formatRange(new Date(from), last)}</span>
}
