import { dateFormat, keptFormats, numberFormat } from '#lib/platform/i18n/intl-formats.ts'

export { countryName, formatList, languageName } from '#lib/platform/i18n/intl-formats.ts'

/** An amount of minor units, exact to the last digit however large. */
export { formatMoney } from '#lib/platform/money/format-money.ts'

const SHAPES = {
  date: { dateStyle: 'medium' },
  long: { dateStyle: 'long' },
  time: { timeStyle: 'short' },
  datetime: { dateStyle: 'medium', timeStyle: 'short' },
  month: { year: 'numeric', month: 'long' },
  'short-month': { month: 'short' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

export type DateShape = keyof typeof SHAPES

const dates = keptFormats<Intl.DateTimeFormat>()
const numbers = keptFormats<Intl.NumberFormat>()

/** An instant as the reader's language writes it, in the given zone. */
export function formatDate(at: Date, locale: string, zone: string, shape: DateShape = 'date'): string {
  const make = () => dateFormat(locale, { ...SHAPES[shape], timeZone: zone })
  return dates(`${locale} ${zone} ${shape}`, make).format(at)
}

/** A name of a system's own, which may break before its dots and strokes and so not within its words. */
export function breakable(name: string): string {
  return name.replace(/(?=[._])|(?<=:)/g, '\u200b')
}

/** What the zone is called at that instant: "GMT+8", "UTC". */
export function zoneName(at: Date, locale: string, zone: string): string {
  const make = () => dateFormat(locale, { timeZone: zone, timeZoneName: 'short' })
  const parts = dates(`${locale} ${zone}`, make).formatToParts(at)
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? zone
}

/** A count or a quantity, with at most that many decimal places. */
export function formatNumber(value: number | bigint, locale: string, places = 0): string {
  return numbers(`${locale} ${places}`, () => numberFormat(locale, { maximumFractionDigits: places })).format(value)
}
