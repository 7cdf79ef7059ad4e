import { useLocale } from 'next-intl'
import { type DateShape, formatDate, zoneName } from './format.ts'

export interface DateTimeProps {
  at: Date | string
  /** The premises' or the brand's zone; without one it is UTC, and says so. */
  zone?: string
  show?: DateShape
  withZone?: boolean
}

/** An instant in the reader's way of writing, and exact for machines. */
export function DateTime({
  at,
  zone,
  show = 'date',
  withZone = zone === undefined && show.includes('time'),
}: DateTimeProps) {
  const locale = useLocale()
  const instant = typeof at === 'string' ? new Date(at) : at
  return (
    <time dateTime={instant.toISOString()} className="whitespace-nowrap tabular-nums">
      {formatDate(instant, locale, zone ?? 'UTC', show)}
      {withZone ? <span className="text-ink-soft"> {zoneName(instant, locale, zone ?? 'UTC')}</span> : null}
    </time>
  )
}
