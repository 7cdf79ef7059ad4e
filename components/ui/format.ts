/** Day before month and no guessing: English here is written as in most of the world. */
const FORM_OF: Record<string, string> = { en: 'en-GB', 'zh-CN': 'zh-CN', fr: 'fr-FR' }

const SHAPES = {
  date: { dateStyle: 'medium' },
  long: { dateStyle: 'long' },
  time: { timeStyle: 'short' },
  datetime: { dateStyle: 'medium', timeStyle: 'short' },
  month: { year: 'numeric', month: 'long' },
  'short-month': { month: 'short' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

export type DateShape = keyof typeof SHAPES

const dates = new Map<string, Intl.DateTimeFormat>()
const numbers = new Map<string, Intl.NumberFormat>()

function formOf(locale: string): string {
  return FORM_OF[locale] ?? locale
}

/** An instant as the reader's language writes it, in the given zone. */
export function formatDate(at: Date, locale: string, zone: string, shape: DateShape = 'date'): string {
  const key = `${locale} ${zone} ${shape}`
  const held = dates.get(key) ?? new Intl.DateTimeFormat(formOf(locale), { ...SHAPES[shape], timeZone: zone })
  dates.set(key, held)
  return held.format(at)
}

/** What the zone is called at that instant: "GMT+8", "UTC". */
export function zoneName(at: Date, locale: string, zone: string): string {
  const parts = new Intl.DateTimeFormat(formOf(locale), { timeZone: zone, timeZoneName: 'short' }).formatToParts(at)
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? zone
}

function number(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale} ${JSON.stringify(options)}`
  const held = numbers.get(key) ?? new Intl.NumberFormat(formOf(locale), options)
  numbers.set(key, held)
  return held
}

/** An amount of minor units, exact to the last digit however large. */
export function formatMoney(minor: bigint, currency: string, locale: string): string {
  const format = number(locale, { style: 'currency', currency })
  const places = format.resolvedOptions().maximumFractionDigits ?? 2
  return format.format(decimal(minor, places))
}

/** A count or a quantity, with at most that many decimal places. */
export function formatNumber(value: number | bigint, locale: string, places = 0): string {
  return number(locale, { maximumFractionDigits: places }).format(value)
}

function decimal(minor: bigint, places: number): Intl.StringNumericLiteral {
  const digits = String(minor < 0n ? -minor : minor).padStart(places + 1, '0')
  const whole = digits.slice(0, digits.length - places)
  const text = places > 0 ? `${whole}.${digits.slice(-places)}` : whole
  return `${minor < 0n ? '-' : ''}${text}` as Intl.StringNumericLiteral
}
