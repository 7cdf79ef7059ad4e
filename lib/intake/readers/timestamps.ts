import { fileFault, rowFault } from './row-problems.ts'

/** A time as written: `wallMs` is the clock's face counted as if it were UTC; `offsetMs` is null where none is written. */
export type WrittenTime = { text: string; year: number; wallMs: number; offsetMs: number | null }

/** Which number of 04/05/2020 is the day. */
export type DateOrder = 'day-first' | 'month-first'

const DATES = [
  /^(?<year>\d{4})(?<sign>[-/.])(?<month>\d{1,2})\k<sign>(?<day>\d{1,2})(?=[T ])/i,
  /^(?<year>\d{4})(?<month>\d\d)(?<day>\d\d)(?=[T ]\d)/i,
  // Where points part them, the day comes first.
  /^(?<day>\d{1,2})\.(?<month>\d{1,2})\.(?<year>\d{4}|\d\d)(?=[T ,])/i,
] as const
const UNORDERED_DATE = /^(?<first>\d{1,2})(?<sign>[-/])(?<second>\d{1,2})\k<sign>(?<year>\d{4}|\d\d)(?=[T ,])/i
const CLOCK =
  /^(?:T|,? )\s*(\d{1,2}):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?(?:\s?([ap])\.?m\.?)?\s?(Z|UTC|GMT|(?:UTC|GMT)?[+-]\d\d(?::?[0-5]\d)?)?$/i
// ISO 8601's basic form.
const CLOCK_WITHOUT_SIGNS = /^T(\d\d)(\d\d)(?:(\d\d)(?:[.,](\d{1,9}))?)?()(Z|[+-]\d\d(?:[0-5]\d)?)?$/i
const EARLIEST_YEAR = 1990
const LATEST_YEAR = 2199
const MINUTE_MS = 60_000

function offsetOf(written: string | undefined): number | null {
  if (written === undefined) return null
  const text = written.replace(/^(?:z|utc|gmt)/i, '')
  if (text === '') return 0
  const hours = Number(text.slice(1, 3))
  const minutes = Number(text.slice(-2)) * (text.length > 3 ? 1 : 0)
  return (text.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * MINUTE_MS
}

type WrittenDate = { length: number; year: string; month: string; day: string }

/** The order that a date such as 13/04/2020 shows; null for one that shows none, and for dates that need none. */
export function shownOrder(text: string): DateOrder | null {
  const { first, second } = UNORDERED_DATE.exec(text)?.groups ?? {}
  if (Number(first) > 12) return 'day-first'
  return Number(second) > 12 ? 'month-first' : null
}

/** Whether the text has a date that reads differently by the order of day and month. */
export function needsOrder(text: string): boolean {
  return UNORDERED_DATE.test(text)
}

function dateOf(text: string, order: DateOrder | undefined): WrittenDate | null {
  const match = DATES.map((form) => form.exec(text)).find((found) => found !== null)
  if (match) {
    const { year = '', month = '', day = '' } = match.groups ?? {}
    return { length: match[0].length, year, month, day }
  }
  const unordered = UNORDERED_DATE.exec(text)
  const known = order ?? shownOrder(text)
  if (!unordered || known === null) return null
  const { first = '', second = '', year = '' } = unordered.groups ?? {}
  const [day, month] = known === 'day-first' ? [first, second] : [second, first]
  return { length: unordered[0].length, year, month, day }
}

/** The hour of a clock of 24 hours; one of twelve calls midnight and noon 12. */
function hourOf(written: string, half: string | undefined): number {
  const hour = Number(written)
  if (!half) return hour
  if (hour < 1 || hour > 12) return Number.NaN
  return (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0)
}

/**
 * ISO 8601, in the extended form with a space or T or in the basic form, and how spreadsheets show times: 1.4.2020 1:05,
 * 4/13/2020 1:05 PM. A date that can be read day first and month first is read by `order` alone. Null if it is no such
 * time or no day of the calendar. Years below 100 stay as written.
 */
export function parseTime(text: string, order?: DateOrder): WrittenTime | null {
  const date = dateOf(text, order)
  if (!date) return null
  const rest = text.slice(date.length)
  const clock = CLOCK.exec(rest) ?? CLOCK_WITHOUT_SIGNS.exec(rest)
  if (!clock) return null
  const [year, month, day] = [Number(date.year), Number(date.month), Number(date.day)]
  const [, hourText = '', minuteText, secondText = '0', fraction = '', half, offsetText] = clock
  const [hour, minute, second] = [hourOf(hourText, half), Number(minuteText), Number(secondText)]
  // Date.UTC would read the year 14 as 1914.
  const wall = new Date(0)
  wall.setUTCFullYear(year, month - 1, day)
  wall.setUTCHours(hour, minute, second, Number(fraction.slice(0, 3).padEnd(3, '0')))
  const same = wall.getUTCMonth() === month - 1 && wall.getUTCDate() === day && wall.getUTCHours() === hour
  if (!same || minute > 59 || second > 59) return null
  const offsetMs = offsetOf(offsetText)
  if (offsetMs !== null && Math.abs(offsetMs) > 14 * 60 * MINUTE_MS) return null
  return { text, year, wallMs: wall.getTime(), offsetMs }
}

/** The same time two thousand years later: the calendar repeats itself every four hundred. */
export function inThisMillennium(time: WrittenTime): WrittenTime {
  const wall = new Date(time.wallMs)
  wall.setUTCFullYear(time.year + 2000)
  return { ...time, year: time.year + 2000, wallMs: wall.getTime() }
}

/** Reads a cell, or faults the row. */
export function requireTime(text: string, column: string, order?: DateOrder): WrittenTime {
  if (text === '' || text === 'NA') throw rowFault('time_missing', { column })
  const time = parseTime(text, order)
  if (time) return time
  const ambiguous = order === undefined && needsOrder(text) && parseTime(text, 'day-first') !== null
  throw rowFault(ambiguous ? 'date_order_unknown' : 'time_unreadable', { column, value: text })
}

export function requirePlausible(time: WrittenTime, column: string, notAfter: number): void {
  if (time.year < 100) throw rowFault('year_short', { column, value: time.text })
  if (time.year < EARLIEST_YEAR || time.year > LATEST_YEAR) {
    throw rowFault('year_implausible', { column, value: time.text })
  }
  if (time.wallMs - (time.offsetMs ?? 0) > notAfter) throw rowFault('time_in_future', { column, value: time.text })
}

const QUARTER_HOUR_MS = 15 * MINUTE_MS
const MOST_CACHED = 4096
const DAY_MS = 86_400_000

/** A time zone's clock: which instants show a given face. */
export class ZoneClock {
  readonly zone: string
  private readonly format: Intl.DateTimeFormat
  private readonly offsets = new Map<number, number>()

  constructor(zone: string) {
    this.zone = zone
    try {
      this.format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' })
    } catch {
      throw fileFault('zone_unknown', { zone })
    }
  }

  private offsetAt(ms: number): number {
    const quarter = Math.floor(ms / QUARTER_HOUR_MS)
    const known = this.offsets.get(quarter)
    if (known !== undefined) return known
    if (this.offsets.size >= MOST_CACHED) this.offsets.clear()
    const name = this.format
      .formatToParts(quarter * QUARTER_HOUR_MS)
      .find((part) => part.type === 'timeZoneName')?.value
    const offset = offsetOf(name?.slice(3, 9) || 'Z') ?? 0
    this.offsets.set(quarter, offset)
    return offset
  }

  /** The instants, earliest first: one as a rule, two in the hour that is repeated, none in the one that is skipped. */
  instantsOf(wallMs: number): number[] {
    const offsets = new Set([this.offsetAt(wallMs - DAY_MS), this.offsetAt(wallMs + DAY_MS)])
    return [...offsets]
      .map((offset) => wallMs - offset)
      .filter((instant) => instant + this.offsetAt(instant) === wallMs)
      .sort((a, b) => a - b)
  }
}
