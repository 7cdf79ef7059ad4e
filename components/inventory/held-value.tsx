import { useLocale, useTranslations } from 'next-intl'
import { Fragment } from 'react'
import { type HeldRow, type HeldValue, shownDays, shownText, wordsOf } from '#lib/inventory/schema.ts'

/** As a manifest declares a field, in the reader's language. */
export interface ShownField {
  readonly key: string
  readonly label: string
  readonly sensitive: boolean
  readonly type: string
  readonly aside?: boolean
}

export interface HeldValueTextProps {
  value: HeldValue
  field: Pick<ShownField, 'key' | 'type'>
  /** Where the rows of the category live; it tells which words a coded value has. */
  shape: string
  zone: string
  /** The other values of its row: in what its figures are counted. */
  row?: HeldRow['values']
}

const NOTHING_ELSE = {}
/** What is no longer than this stands on one line. */
const SHORT = 16
/** The longest word that keeps a column from being narrower. */
const LONGEST_WHOLE = 24

/**
 * One value of a record, in the reader's way of writing. Numbers, days and words stay whole; only what is longer than
 * any word is broken.
 */
export function HeldValueText({ value, field, shape, zone, row = NOTHING_ELSE }: HeldValueTextProps) {
  const t = useTranslations()
  const locale = useLocale()
  if (value === null || value === '') return <span className="text-ink-soft">{t('inventory.records.missing')}</span>
  const wordFor = (code: string) => {
    if (field.type === 'boolean') return t(code === 'true' ? 'inventory.records.yes' : 'inventory.records.no')
    const words = `${wordsOf(shape, field.key)}.${code}`
    return t.has(words) ? t(words) : null
  }
  const text = shownText(value, field, { locale, zone, row, wordFor })
  if (value instanceof Date) return <Moment at={value} text={text} />
  if (typeof value !== 'string' || field.type === 'decimal')
    return <span className="whitespace-nowrap tabular-nums">{text}</span>
  if (field.type === 'day' || field.type === 'period') return <Days days={shownDays(value, locale)} />
  if (text.length <= SHORT) return <span className="whitespace-nowrap">{text}</span>
  const long = text.split(/\s/).some((word) => word.length > LONGEST_WHOLE)
  return (
    <span
      className={
        long ? 'block whitespace-pre-line wrap-anywhere sm:min-w-[24ch]' : 'whitespace-pre-line wrap-break-word'
      }
    >
      {text}
    </span>
  )
}

/** A date and a time of the day; where there is little room, one below the other. */
export function Moment({ at, text }: { at: Date; text: string }) {
  const cut = text.lastIndexOf(' ')
  return (
    <time dateTime={at.toISOString()}>
      <span className="whitespace-nowrap">{text.slice(0, cut)}</span>{' '}
      <span className="whitespace-nowrap">{text.slice(cut + 1)}</span>
    </time>
  )
}

/** `2026-03-01`, or two days, both included; where there is little room, one below the other. */
function Days({ days }: { days: readonly string[] }) {
  return days.map((day, at) => (
    <Fragment key={day}>
      {at > 0 ? ' ' : null}
      <span className="whitespace-nowrap">
        {at > 0 ? '– ' : null}
        {day}
      </span>
    </Fragment>
  ))
}
