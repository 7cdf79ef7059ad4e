import { UNIT_SIGN, UNITS, UNITS_PER_RATE, type Unit } from '#lib/metering/schema.ts'
import type { HeldValue } from '#lib/personal-data/holding.ts'
import { dateFormat, numberFormat } from '#lib/platform/i18n/intl-formats.ts'

/** In what language and zone a value is shown, and what else its row says. */
export interface Shown {
  readonly locale: string
  readonly zone: string
  readonly row: Readonly<Record<string, HeldValue>>
  /** What a coded value is called; null for one that has no words. */
  readonly wordFor: (code: string) => string | null
}

interface ShownField {
  readonly key: string
  readonly type: string
}

const CODE = /^\w+$/
const DECIMAL = /^-?\d+(?:\.(\d+))?$/
const CURRENCY = /^[A-Z]{3}$/
const LETTER = /^(\d{4}-\d\d-\d\dT[\d:.]+Z) \w+ (\w+): /gm
const INSTALMENT = /\b(\d{4}-\d\d-\d\d) (\d+(?:\.\d+)?)(?=,|$)/g
/** Sums of money, which are written with the currency of their row. */
const SUMS: ReadonlySet<string> = new Set(['amount', 'cost'])
/** What a meter or charger measured, which is written with the unit of its row. */
const MEASURED: ReadonlySet<string> = new Set(['quantity', 'register_from', 'register_to', 'energy_wh'])

/** The fields that are told on their own: a currency or a unit stands behind the figures of its row. */
export function toldFields<Field extends ShownField>(fields: readonly Field[]): Field[] {
  const sums = fields.some(({ key }) => SUMS.has(key))
  const measured = fields.some(({ key }) => MEASURED.has(key))
  return fields.filter(({ key }) => !(sums && key === 'currency') && !(measured && key === 'unit'))
}

/** One value of a record as its reader sees it, and finds it; empty where there is none. Browser-safe. */
export function shownText(value: HeldValue, field: ShownField, shown: Shown): string {
  const { locale, zone, row, wordFor } = shown
  if (value === null) return ''
  if (value instanceof Date)
    return dateFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: zone }).format(value)
  if (typeof value === 'boolean') return wordFor(String(value)) ?? String(value)
  if (typeof value !== 'string') return figure(value, field, row, locale)
  if (field.type === 'day' || field.type === 'period') return shownDays(value, locale).join(' – ')
  if (field.type === 'decimal' && DECIMAL.test(value)) return decimalText(value, field.key, row.currency, locale)
  if (field.key === 'correspondence') return value.replace(LETTER, (...parts) => letterHead(parts, shown))
  if (field.key === 'instalments') return value.replace(INSTALMENT, (...parts) => instalment(parts, shown))
  return (CODE.test(value) ? wordFor(value) : null) ?? value
}

/** "13 May 2026, 22:00 · The answer: …", of what is exported as `2026-05-13T14:00:00.000Z staff answered: …`. */
function letterHead([, at, kind]: string[], { locale, zone, wordFor }: Shown): string {
  const time = dateFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: zone }).format(
    new Date(at ?? ''),
  )
  return `${time} · ${wordFor(kind ?? '') ?? kind}: `
}

/** "1 Dec 2026: €12.50", of `2026-12-01 12.50`. */
function instalment([, day, sum]: string[], { locale, row }: Shown): string {
  return `${shownDays(day ?? '', locale).join('')}: ${decimalText(sum ?? '', 'amount', row.currency, locale)}`
}

/** The days of `2026-03-01`, or of `2026-03-01/2026-03-31` with both included. */
export function shownDays(value: string, locale: string): string[] {
  const form = dateFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' })
  return value.split('/').map((day) => form.format(new Date(`${day}T00:00:00Z`)))
}

/** A count; or a quantity in the unit that people read, to the last digit. */
function figure(value: number | bigint, { key }: ShownField, row: Shown['row'], locale: string): string {
  const unit = MEASURED.has(key) ? unitOf(row) : null
  const places = unit ? String(UNITS_PER_RATE[unit]).length - 1 : 6
  const text = numberFormat(locale, { maximumFractionDigits: places }).format(
    unit ? Number(value) / UNITS_PER_RATE[unit] : value,
  )
  return unit ? `${text}\u00a0${UNIT_SIGN[unit]}` : text
}

function unitOf({ unit, energy_wh }: Shown['row']): Unit | null {
  if (energy_wh !== undefined) return 'Wh'
  return UNITS.find((known) => known === unit) ?? null
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
