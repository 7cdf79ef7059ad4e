import { useLocale } from 'next-intl'

const FORM_OF: Readonly<Record<string, string>> = { en: 'en-GB', 'zh-CN': 'zh-CN', fr: 'fr-FR' }
const DAY_MS = 86_400_000

/** Days from one to another, the second not counted: shown with the last day that belongs to it. */
export function Period({ from, before }: { from: string; before: string }) {
  const format = new Intl.DateTimeFormat(FORM_OF[useLocale()] ?? 'en-GB', {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    timeZone: 'UTC',
  })
  const last = new Date(Date.parse(before) - DAY_MS)
  return <span className="tabular-nums">{format.formatRange(new Date(from), last)}</span>
}
