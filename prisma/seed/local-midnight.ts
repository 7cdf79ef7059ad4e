import { addDays } from '#lib/platform/calendar/index.ts'

const formats = new Map<string, Intl.DateTimeFormat>()
const midnights = new Map<string, Date>()

/** When a day, or one some days later, begins in a zone. */
export function localMidnight(day: string, zone: string, later = 0): Date {
  const wanted = later === 0 ? day : addDays(day, later)
  const known = midnights.get(`${zone} ${wanted}`)
  if (known) return known
  const utc = Date.parse(`${wanted}T00:00:00Z`)
  // The offset at the first guess may be that of the other side of a change of the clocks; at the second it is right.
  const guess = utc - offsetAt(utc, zone)
  const found = new Date(utc - offsetAt(guess, zone))
  midnights.set(`${zone} ${wanted}`, found)
  return found
}

/** How far a zone is ahead of UTC, in milliseconds. */
function offsetAt(at: number, zone: string): number {
  const parts = Object.fromEntries(
    formatOf(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  )
  const { year, month, day, hour, minute, second } = parts
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`) - at
}

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone)
  if (known) return known
  const digits = '2-digit'
  const made = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: digits,
    day: digits,
    hour: digits,
    minute: digits,
    second: digits,
  })
  formats.set(zone, made)
  return made
}
