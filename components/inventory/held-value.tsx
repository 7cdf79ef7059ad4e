import { useLocale, useTranslations } from 'next-intl'
import { formatDate, formatNumber } from '#components/ui/format.ts'
import type { HeldValue } from '#lib/inventory/schema.ts'
import { wordsOf } from './value-words.ts'

/** As a manifest declares a field, in the reader's language. */
export interface ShownField {
  readonly key: string
  readonly label: string
  readonly sensitive: boolean
  readonly type: string
}

export interface HeldValueTextProps {
  value: HeldValue
  field: Pick<ShownField, 'key' | 'type'>
  /** Where the rows of the category live; it tells which words a coded value has. */
  shape: string
  zone: string
}

const CODE = /^\w+$/
/** What is no longer than this stands on one line. */
const SHORT = 16
/** The longest word that keeps a column from being narrower. */
const LONGEST_WHOLE = 24

/**
 * One value of a record, in the reader's way of writing. Numbers, times and words stay whole; only what is longer than
 * any word is broken.
 */
export function HeldValueText({ value, field, shape, zone }: HeldValueTextProps) {
  const t = useTranslations()
  const locale = useLocale()
  if (value === null || value === '') return <span className="text-ink-soft">{t('inventory.records.missing')}</span>
  if (value instanceof Date)
    return (
      <time className="whitespace-nowrap" dateTime={value.toISOString()}>
        {formatDate(value, locale, zone, 'datetime')}
      </time>
    )
  if (typeof value === 'boolean') return t(value ? 'inventory.records.yes' : 'inventory.records.no')
  if (typeof value === 'number' || typeof value === 'bigint')
    return <span className="whitespace-nowrap tabular-nums">{formatNumber(value, locale, 6)}</span>
  if (field.type === 'day' || field.type === 'period')
    return <span className="whitespace-nowrap">{daysText(value, locale)}</span>
  const words = CODE.test(value) ? `${wordsOf(shape, field.key)}.${value}` : ''
  const text = words && t.has(words) ? t(words) : value
  if (text.length <= SHORT) return <span className="whitespace-nowrap">{text}</span>
  const long = text.split(/\s/).some((word) => word.length > LONGEST_WHOLE)
  return <span className={long ? 'block min-w-[24ch] wrap-anywhere' : 'wrap-break-word'}>{text}</span>
}

/** `2026-03-01`, or `2026-03-01/2026-03-31` with both days included. */
function daysText(value: string, locale: string): string {
  const days = value.split('/').map((day) => formatDate(new Date(`${day}T00:00:00Z`), locale, 'UTC'))
  return days.join(' – ')
}
