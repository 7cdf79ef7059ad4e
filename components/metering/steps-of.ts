/** Use in one step of time; the day is its first one (`2026-10-01`). */
export interface UsageStep {
  readonly day: string
  readonly quantity: bigint
  /** How much of it is an estimate. */
  readonly estimated?: bigint
  /** How much of its time was measured, of 1. */
  readonly covered?: number
}

/** The first days of so many months up to and with the month of a day, oldest first. */
export function monthsUntil(day: string, count: number): string[] {
  const year = Number(day.slice(0, 4))
  const month = Number(day.slice(5, 7)) - 1
  return Array.from({ length: count }, (_, index) =>
    new Date(Date.UTC(year, month - count + 1 + index, 1)).toISOString().slice(0, 10),
  )
}

/** The days of a month (`2026-10`). */
export function daysOf(month: string): string[] {
  const length = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0)).getUTCDate()
  return Array.from({ length }, (_, index) => `${month}-${String(index + 1).padStart(2, '0')}`)
}

/** The use of each of these steps, nothing where there is none. */
export function fillSteps(days: readonly string[], points: readonly UsageStep[]): UsageStep[] {
  const held = new Map(points.map((point) => [point.day, point]))
  return days.map((day) => held.get(day) ?? { day, quantity: 0n, covered: 0 })
}

/** The quantities of other days in the places of these, by what the days have in common; null where there is none. */
export function alignSteps(
  days: readonly string[],
  points: readonly UsageStep[],
  otherOf: (day: string) => string,
): (bigint | null)[] {
  const held = new Map(points.map(({ day, quantity }) => [day, quantity]))
  return days.map((day) => held.get(otherOf(day)) ?? null)
}

/** The same day or month a year before. */
export function yearBefore(day: string): string {
  return `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`
}
