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
  const written = formatDate(instant, locale, zone ?? 'UTC', show)
  return (
    <time dateTime={instant.toISOString()} className={withZone ? 'tabular-nums' : 'whitespace-nowrap tabular-nums'}>
      {withZone ? <span className="whitespace-nowrap">{written}</span> : written}
      {withZone ? (
        // Where there is no room for both, the zone goes to a line of its own.
        <span className="whitespace-nowrap text-ink-soft"> {zoneName(instant, locale, zone ?? 'UTC')}</span>
      ) : null}
    </time>
  )
}
