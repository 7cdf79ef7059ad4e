import { localTime } from './local-time.ts'

const DAY_MS = 86_400_000

/** When the clock of a zone first shows a time on a day; where it never does, the moment at which it leaps over it. */
export function momentOf(day: string, zone: string, clock = '00:00'): Date {
  const shown = Date.parse(`${day}T${clock}:00Z`)
  const offsetAt = (at: number) => {
    const local = localTime(new Date(at), zone)
    return Date.parse(`${local.day}T00:00:00Z`) + local.minute * 60_000 - at
  }
  // On a day of change one is right, or both: then the earlier is meant.
  const offsets = [offsetAt(shown - DAY_MS), offsetAt(shown + DAY_MS)]
  const exact = offsets.map((offset) => shown - offset).filter((at) => shown - offsetAt(at) === at)
  return new Date(exact.length > 0 ? Math.min(...exact) : shown - Math.min(...offsets))
}
