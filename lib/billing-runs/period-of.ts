import { monthStart } from '#lib/platform/calendar/index.ts'

/** Days of which the second does not belong to them any more. */
export interface Period {
  readonly periodStart: string
  readonly periodEnd: string
}

/** The period of so many months, counted from the beginning of the year, in which a day lies. */
export function periodOf(day: string, months: number): Period {
  const since = (Number(day.slice(5, 7)) - 1) % months
  const periodStart = monthStart(day, -since)
  return { periodStart, periodEnd: monthStart(periodStart, months) }
}
