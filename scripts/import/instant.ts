import { ImportFault, parseInstant } from '#lib/intake/index.ts'

/** A day, or a time, of the command line: without an offset it is told by the zone's clock. */
export function instantOf(option: string, text: string, zone: string): Date {
  const instant = parseInstant(/^\d{4}-\d\d-\d\d$/.test(text) ? `${text}T00:00` : text, zone)
  if (!instant) throw new ImportFault(`--${option} is a day such as 2026-01-31, or a time; "${text}" is neither.`)
  return instant
}
