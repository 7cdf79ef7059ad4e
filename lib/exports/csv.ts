import type { HeldValue } from '#lib/personal-data/index.ts'

/**
 * One record as a line of RFC 4180. A cell that a spreadsheet would run as a formula gets an apostrophe before it
 * (OWASP, CSV injection); negative numbers are none.
 */
export function csvLine(values: readonly HeldValue[]): string {
  return `${values.map(csvCell).join(',')}\r\n`
}

function csvCell(value: HeldValue): string {
  if (value === null) return ''
  if (typeof value !== 'string') return value instanceof Date ? value.toISOString() : String(value)
  const harmless = /^[=+\-@\t\r]/.test(value) && !/^-\d+(\.\d+)?$/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
