import { parseTime, ZoneClock } from './timestamps.ts'

/** The instant of an ISO 8601 time; without an offset, the first at which the zone's clock shows it. */
export function parseInstant(text: string, zone: string): Date | null {
  const written = parseTime(text)
  if (!written) return null
  if (written.offsetMs !== null) return new Date(written.wallMs - written.offsetMs)
  const [first] = new ZoneClock(zone).instantsOf(written.wallMs)
  return first === undefined ? null : new Date(first)
}
