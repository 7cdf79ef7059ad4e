import { momentOf, startOfDay } from '#lib/platform/calendar/index.ts'
import { dateFormat } from '#lib/platform/i18n/intl-formats.ts'
import type { Locale } from '#lib/platform/i18n/locales.ts'
import { comparable } from './comparable.ts'

/** Who looks for something, and when. */
export interface Reader {
  readonly locale: Locale
  /** In which times are shown to them. */
  readonly zone: string
  readonly now: Date
}

/** A minute, a day or a month that somebody named: in a zone, and as days of the calendar, the end excluded. */
export interface WrittenTime {
  readonly from: Date
  readonly to: Date
  readonly firstDay: string
  readonly endDay: string
  /** It names a time of the day, which no mere day has. */
  readonly timed: boolean
}

/** A date without a year is meant in so many years before this one, in this one and in the next. */
const YEARS_BACK = 20

const CLOCK = /[,\s]*(?:\bà |\ba |\bat )?\s*\b(\d{1,2})[:h](\d{2})$/
/** As the portal shows dates, and as many write them; in numbers the day goes before the month, or the year before both. */
const FORMS = [
  /^(?<year>\d{4})[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})$/,
  /^(?<year>\d{4}) ?年 ?(?<month>\d{1,2}) ?月(?: ?(?<day>\d{1,2}) ?日?)?$/,
  /^(?<year>\d{4})[-/](?<month>\d{1,2})$/,
  /^(?<month>\d{1,2}) ?月 ?(?<day>\d{1,2}) ?日?$/,
  /^(?<day>\d{1,2})[-/.](?<month>\d{1,2})[-/.](?<year>\d{4})$/,
  /^(?<day>\d{1,2})\/(?<month>\d{1,2})$/,
  /^(?<day>\d{1,2})(?:er|st|nd|rd|th)? (?<name>[a-z]+)\.?,?(?: (?<year>\d{4}))?$/,
  /^(?<name>[a-z]+)\.? (?<day>\d{1,2})(?:st|nd|rd|th)?,?(?: (?<year>\d{4}))?$/,
  /^(?<name>[a-z]+)\.?,? (?<year>\d{4})$/,
]

/**
 * What is meant by a date as the portal shows it in a language ("3 Mar 2026, 14:05", "3 mars", "2026年3月3日") or as many
 * write it ("03/03/2026", "March 2026"); nothing where the words are no date. Without a year it is one of each year.
 */
export function writtenTimes(words: string, { locale, zone, now }: Reader): WrittenTime[] {
  const text = comparable(words)
  const [clockPart = '', hour, minute] = CLOCK.exec(text) ?? []
  const parts = dateParts(text.slice(0, text.length - clockPart.length).trim(), locale)
  if (!parts || (hour && (Number(hour) > 23 || Number(minute) > 59 || !parts.day))) return []
  const next = now.getUTCFullYear() + 1
  const years = parts.year ? [parts.year] : Array.from({ length: YEARS_BACK + 2 }, (_, back) => next - back)
  return years.flatMap((year): WrittenTime[] => {
    const [firstDay, endDay] = daysOf(year, parts.month, parts.day) ?? []
    if (!firstDay || !endDay) return []
    const from = hour ? momentOf(firstDay, zone, `${hour.padStart(2, '0')}:${minute}`) : startOfDay(firstDay, zone)
    const to = hour ? new Date(from.getTime() + 60_000) : startOfDay(endDay, zone)
    return [{ from, to, firstDay, endDay, timed: hour !== undefined }]
  })
}

function dateParts(text: string, locale: Locale): { year?: number; month: number; day?: number } | null {
  for (const form of FORMS) {
    const { year, month, day, name } = form.exec(text)?.groups ?? {}
    const named = name ? monthNamed(name, locale) : Number(month)
    if (!named) continue
    return { month: named, ...(year ? { year: Number(year) } : {}), ...(day ? { day: Number(day) } : {}) }
  }
  return null
}

/** The first day and the one after the last, of a day or of a whole month; null for what the calendar does not have. */
function daysOf(year: number, month: number, day?: number): [string, string] | null {
  if (year < 1900 || year > 2199 || month < 1 || month > 12) return null
  const first = new Date(Date.UTC(year, month - 1, day ?? 1))
  if (day !== undefined && first.getUTCDate() !== day) return null
  const end = new Date(day === undefined ? Date.UTC(year, month, 1) : Date.UTC(year, month - 1, day + 1))
  return [first.toISOString().slice(0, 10), end.toISOString().slice(0, 10)]
}

/** 1 to 12; a name may be cut short while it is that of one month alone. Null for no month. */
function monthNamed(name: string, locale: Locale): number | null {
  if (name.length < 3) return null
  const months = Array.from({ length: 12 }, (_, month) =>
    (['long', 'short'] as const).map((form) => spelt(month, form, locale)),
  )
  const exact = months.findIndex((names) => names.includes(name))
  if (exact >= 0) return exact + 1
  const begun = months.flatMap(([long = ''], month) => (long.startsWith(name) ? [month + 1] : []))
  return begun.length === 1 ? (begun[0] ?? null) : null
}

function spelt(month: number, form: 'long' | 'short', locale: Locale): string {
  const parts = dateFormat(locale, { day: 'numeric', month: form, timeZone: 'UTC' }).formatToParts(
    new Date(Date.UTC(2026, month, 3)),
  )
  return comparable(parts.find(({ type }) => type === 'month')?.value ?? '').replace(/\.$/, '')
}
