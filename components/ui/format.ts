import { dateFormat, numberFormat } from '#lib/platform/i18n/intl-formats.ts'

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

/** An instant as the reader's language writes it, in the given zone. */
export function formatDate(at: Date, locale: string, zone: string, shape: DateShape = 'date'): string {
  return dateFormat(locale, { ...SHAPES[shape], timeZone: zone }).format(at)
}

/** Several things in one sentence, parted as the language does it. */
export function formatList(names: readonly string[], locale: string): string {
  return new Intl.ListFormat(locale === 'en' ? 'en-GB' : locale).format(names)
}

/** What a language of the portal is called in a language: "Simplified Chinese", and not where it is spoken. */
export function languageName(of: string, locale: string): string {
  const name = new Intl.DisplayNames(locale, { type: 'language' }).of(of === 'zh-CN' ? 'zh-Hans' : of) ?? of
  // French writes it small within a sentence; here it stands alone.
  return name.slice(0, 1).toLocaleUpperCase(locale) + name.slice(1)
}

/** A name of a system's own, which may break before its dots and strokes and so not within its words. */
export function breakable(name: string): string {
  return name.replace(/(?=[._])|(?<=:)/g, '\u200b')
}

/** What the zone is called at that instant: "GMT+8", "UTC". */
export function zoneName(at: Date, locale: string, zone: string): string {
  const parts = dateFormat(locale, { timeZone: zone, timeZoneName: 'short' }).formatToParts(at)
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? zone
}

/** A count or a quantity, with at most that many decimal places. */
export function formatNumber(value: number | bigint, locale: string, places = 0): string {
  return numberFormat(locale, { maximumFractionDigits: places }).format(value)
}
