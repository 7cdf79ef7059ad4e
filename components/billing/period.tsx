import { useLocale } from 'next-intl'
import { formatPeriod } from './format-period.ts'

/** Days from one to another, the second not counted: shown with the last day that belongs to it. */
export function Period({ from, before }: { from: string; before: string }) {
  return formatPeriod(from, before, useLocale())
}
