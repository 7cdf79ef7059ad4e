import { useLocale, useTranslations } from 'next-intl'
import { Fragment } from 'react'
import { formatDate, formatNumber } from '#components/ui/format.ts'
import { type HeldValue, wordsOf } from '#lib/inventory/schema.ts'
import { numberFormat } from '#lib/platform/i18n/intl-formats.ts'

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
  /** In what an amount of the same row is counted. */
  currency?: HeldValue
}

const CODE = /^\w+$/
const DECIMAL = /^-?\d+(?:\.(\d+))?$/
const CURRENCY = /^[A-Z]{3}$/
/** The decimals that are sums of money; they stand in a row with their currency. */
export const SUMS: ReadonlySet<string> = new Set(['amount', 'cost'])
/** What is no longer than this stands on one line. */
const SHORT = 16
/** The longest word that keeps a column from being narrower. */
const LONGEST_WHOLE = 24

/**
 * One value of a record, in the reader's way of writing. Numbers, times and words stay whole; only what is longer than
 * any word is broken.
 */
export function HeldValueText({ value, field, shape, zone, currency }: HeldValueTextProps) {
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
  if (field.type === 'day' || field.type === 'period') return <Days value={value} locale={locale} />
  if (field.type === 'decimal' && DECIMAL.test(value))
    return <span className="whitespace-nowrap tabular-nums">{decimalText(value, field.key, currency, locale)}</span>
  const words = CODE.test(value) ? `${wordsOf(shape, field.key)}.${value}` : ''
  const text = words && t.has(words) ? t(words) : value
  if (text.length <= SHORT) return <span className="whitespace-nowrap">{text}</span>
  const long = text.split(/\s/).some((word) => word.length > LONGEST_WHOLE)
  return (
    <span
      className={long ? 'block min-w-[24ch] whitespace-pre-line wrap-anywhere' : 'whitespace-pre-line wrap-break-word'}
    >
      {text}
    </span>
  )
}

/** A decimal with the places it was written with; a sum as the currency is written. */
function decimalText(value: string, key: string, currency: HeldValue | undefined, locale: string): string {
  const places = DECIMAL.exec(value)?.[1]?.length ?? 0
  const sum = SUMS.has(key) && typeof currency === 'string' && CURRENCY.test(currency)
  const options = sum
    ? { style: 'currency' as const, currency }
    : { minimumFractionDigits: places, maximumFractionDigits: places }
  return numberFormat(locale, options).format(value as Intl.StringNumericLiteral)
}

/** `2026-03-01`, or `2026-03-01/2026-03-31` with both days included; where there is little room, one below the other. */
function Days({ value, locale }: { value: string; locale: string }) {
  return value.split('/').map((day, at) => (
    <Fragment key={day}>
      {at > 0 ? ' ' : null}
      <span className="whitespace-nowrap">
        {at > 0 ? '– ' : null}
        {formatDate(new Date(`${day}T00:00:00Z`), locale, 'UTC')}
      </span>
    </Fragment>
  ))
}
