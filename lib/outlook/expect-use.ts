import { addDays } from '#lib/platform/calendar/index.ts'

/** What is to be expected of some days, and how far it may well be off: a standard deviation. */
export interface ExpectedUse {
  readonly expected: number
  readonly deviation: number
}

/** Days whose mean is the present level, days that tell how weekdays differ, and the least that a forecast needs. */
const LEVEL_DAYS = 28
const PATTERN_DAYS = 56
const FEWEST_DAYS = 7

/**
 * Expects the use of coming days: the level of the last four weeks, as weekdays differ, and as the season changed at the
 * same time a year before. Its deviation counts the noise of single days, that of the level itself, and that a day
 * resembles the one before.
 * @param history use by day, only of days that were measured whole
 * @returns null where fewer than seven days are known
 */
export function expectUse(
  history: ReadonlyMap<string, number>,
  { from, before }: { readonly from: string; readonly before: string },
): ExpectedUse | null {
  const recent = valuesOf(history, from, PATTERN_DAYS)
  if (recent.length < FEWEST_DAYS) return null
  const coming = daysOf(from, before)
  if (coming.length === 0) return { expected: 0, deviation: 0 }
  const latest = recent.slice(-LEVEL_DAYS)
  const level = mean(latest.map(({ value }) => value))
  const share = weekdayShares(recent)
  const season = seasonOf(history, from, before)
  const expected = coming.reduce((sum, day) => sum + level * share(day) * season, 0)
  const spread = mean(recent.map(({ value }) => value)) || 1
  const residuals = recent.map(({ day, value }) => value - spread * share(day))
  const single = Math.sqrt(mean(residuals.map((one) => one ** 2))) * season
  const likeness = Math.min(0.8, Math.max(0, correlation(residuals)))
  const inflation = (1 + likeness) / (1 - likeness)
  const variance = single ** 2 * inflation * (coming.length + coming.length ** 2 / latest.length)
  return { expected, deviation: Math.sqrt(variance) }
}

interface DayValue {
  readonly day: string
  readonly value: number
}

function valuesOf(history: ReadonlyMap<string, number>, before: string, days: number): DayValue[] {
  return daysOf(addDays(before, -days), before).flatMap((day) => {
    const value = history.get(day)
    return value === undefined ? [] : [{ day, value }]
  })
}

function daysOf(from: string, before: string): string[] {
  const days: string[] = []
  for (let day = from; day < before; day = addDays(day, 1)) days.push(day)
  return days
}

/** How much of a mean day each day of the week has. */
function weekdayShares(recent: readonly DayValue[]): (day: string) => number {
  const all = mean(recent.map(({ value }) => value))
  const weekday = (day: string) => new Date(day).getUTCDay()
  const byDay = Map.groupBy(recent, ({ day }) => weekday(day))
  return (day) => {
    const own = byDay.get(weekday(day)) ?? []
    return own.length < 3 || all === 0 ? 1 : mean(own.map(({ value }) => value)) / all
  }
}

/** How the coming days stood to the four weeks before them a year ago; 1 where that is not known. */
function seasonOf(history: ReadonlyMap<string, number>, from: string, before: string): number {
  const then = (day: string) => addDays(day, -364)
  const length = daysOf(from, before).length
  const coming = valuesOf(history, then(before), length)
  const level = valuesOf(history, then(from), LEVEL_DAYS)
  if (coming.length < length * 0.8 || level.length < LEVEL_DAYS * 0.8) return 1
  const ratio = mean(coming.map(({ value }) => value)) / mean(level.map(({ value }) => value))
  return Number.isFinite(ratio) ? Math.min(2, Math.max(0.5, ratio)) : 1
}

/** How much a value resembles the one before it, from -1 to 1. */
function correlation(values: readonly number[]): number {
  const variance = values.reduce((sum, value) => sum + value ** 2, 0)
  const both = values.slice(1).reduce((sum, value, index) => sum + value * (values[index] ?? 0), 0)
  return variance === 0 ? 0 : both / variance
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length
}
