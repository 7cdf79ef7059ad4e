const DAY_MS = 86_400_000

/** Days from one date to another, the second not counted. */
export function daysBetween(from: string, before: string): number {
  return Math.round((Date.parse(`${before}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS)
}

/** The date so many days after a date. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)
}
