import { fileFault, rowFault } from './row-problems.ts'

/** A time as written: `wallMs` is the clock's face counted as if it were UTC; `offsetMs` is null where none is written. */
export type WrittenTime = { text: string; year: number; wallMs: number; offsetMs: number | null }

const TIME = /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?\s?(Z|UTC|[+-]\d\d(?::?[0-5]\d)?)?$/i
const EARLIEST_YEAR = 1990
const LATEST_YEAR = 2199
const MINUTE_MS = 60_000

function offsetOf(text: string | undefined): number | null {
  if (text === undefined) return null
  if (/^(z|utc)$/i.test(text)) return 0
  const hours = Number(text.slice(1, 3))
  const minutes = Number(text.slice(-2)) * (text.length > 3 ? 1 : 0)
  return (text.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * MINUTE_MS
}

/** ISO 8601 with a space or T; null if it is no such time or no day of the calendar. Years below 100 stay as written. */
export function parseTime(text: string): WrittenTime | null {
  const match = TIME.exec(text)
  if (!match) return null
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1, 7)
    .map((part) => Number(part ?? 0))
  const milliseconds = Number((match[7] ?? '').slice(0, 3).padEnd(3, '0'))
  // Date.UTC would read the year 14 as 1914.
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  date.setUTCHours(hour, minute, second, milliseconds)
  const same = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && date.getUTCHours() === hour
  if (!same || minute > 59 || second > 59) return null
  const offsetMs = offsetOf(match[8])
  if (offsetMs !== null && Math.abs(offsetMs) > 14 * 60 * MINUTE_MS) return null
  return { text, year, wallMs: date.getTime(), offsetMs }
}

/** Reads a cell, or faults the row. */
export function requireTime(text: string, column: string): WrittenTime {
  if (text === '' || text === 'NA') throw rowFault('time_missing', { column })
  const time = parseTime(text)
  if (!time) throw rowFault('time_unreadable', { column, value: text })
  return time
}

export function requirePlausible(time: WrittenTime, column: string, notAfter: number): void {
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
