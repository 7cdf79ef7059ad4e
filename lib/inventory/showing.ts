import type { Category, Manifest } from '#lib/brands/index.ts'
import { decisionName } from '#lib/consents/index.ts'
import type { HeldRow, HeldValue } from '#lib/personal-data/index.ts'
import { type Locale, textsUnder, translator } from '#lib/platform/i18n/index.ts'
import { comparable } from './comparable.ts'
import { shownText } from './shown-text.ts'
import { wordsOf } from './words-of.ts'
import { type WrittenNumber, writtenNumber } from './written-number.ts'
import { type Reader, type WrittenTime, writtenTimes } from './written-time.ts'

type Field = Category['fields'][number]

/**
 * Whether a row shows the words, or what they say as a date or a number, in one of its columns. Sensitive fields are masked
 * in a list, and so are not looked at, also where a row comes with them.
 */
export function showing(manifest: Manifest, category: Category, words: string, reader: Reader) {
  const { locale, zone } = reader
  const wanted = comparable(words)
  const times = writtenTimes(words, reader)
  const number = times.length > 0 ? null : writtenNumber(words, locale)
  const columns = category.fields.flatMap((field) =>
    field.sensitive ? [] : [{ field, wordFor: wordsFor(category, field, locale) }],
  )
  const says = (text: string) => comparable(text).includes(wanted)
  return (row: HeldRow): boolean =>
    inTimes(row.at, times) ||
    says(row.device ?? '') ||
    columns.some(({ field, wordFor }) => {
      const value = row.values[field.key] ?? null
      const named =
        category.shape === 'consent' && field.key === 'purpose' ? decisionName(manifest, String(value), locale) : value
      return (
        says(shownText(named, field, { locale, zone, row: row.values, wordFor })) ||
        inTimes(value, times) ||
        (number !== null && isNumber(value, field, number))
      )
    })
}

function wordsFor({ shape }: Category, { key, type }: Field, locale: Locale): (code: string) => string | null {
  if (type !== 'boolean') {
    const words = textsUnder(locale, wordsOf(shape, key))
    return (code) => words[code] ?? null
  }
  const t = translator(locale, 'inventory.records')
  return (code) => t(code === 'true' ? 'yes' : 'no')
}

/** A period is found by its first and its last day, which are what it shows. */
function inTimes(value: HeldValue, times: readonly WrittenTime[]): boolean {
  if (value instanceof Date) return times.some(({ from, to }) => from <= value && value < to)
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d(\/|$)/.test(value)) return false
  return value
    .split('/')
    .some((day) => times.some(({ timed, firstDay, endDay }) => !timed && firstDay <= day && day < endDay))
}

function isNumber(value: HeldValue, { type }: Field, { text, stored }: WrittenNumber): boolean {
  if (type === 'decimal') return value !== null && Number(value) === Number(text)
  return type === 'integer' && value !== null && stored.includes(String(value))
}
