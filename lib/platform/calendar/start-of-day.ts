import { dateFormat } from '../i18n/intl-formats.ts'

/** The first instant of a day (`2026-03-29`) in a zone, `later` days on; across changes of the clocks as well. */
export function startOfDay(day: string, zone: string, later = 0): Date {
  const midnight = Date.parse(`${day}T00:00:00Z`) + later * 86_400_000
  // The offset that holds at the guess may not hold at the result, when the clocks change that night; ask twice.
  const guess = midnight - offset(new Date(midnight), zone)
  return new Date(midnight - offset(new Date(guess), zone))
}

function offset(at: Date, zone: string): number {
  const parts = dateFormat('en', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(at)
  const read = (type: string) => Number(parts.find((part) => part.type === type)?.value ?? 0)
  // Set apart from the rest: `Date.UTC` takes the year 14 for 1914.
  const wall = new Date(Date.UTC(2000, read('month') - 1, read('day'), read('hour'), read('minute'), read('second')))
  wall.setUTCFullYear(read('year'), read('month') - 1, read('day'))
  return wall.getTime() - Math.floor(at.getTime() / 1000) * 1000
}
