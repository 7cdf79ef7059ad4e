import { type LocalTime, localTime } from '#lib/platform/calendar/index.ts'
import { Exact } from '#lib/platform/money/index.ts'
import type { PeriodState } from './charging-periods.ts'
import type { OcpiDimension, OcpiRestrictions, WeekDay } from './schema.ts'

const WEEK: readonly WeekDay[] = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY']

/**
 * Whether an element's restrictions hold when a period begins; all of them must. A new period begins with each change
 * that matters for the price (CDRs, ChargingPeriod), so the beginning speaks for the whole.
 */
export function restrictionsMatch(restrictions: OcpiRestrictions, period: PeriodState, zone: string): boolean {
  const local = localTime(period.startedAt, zone)
  return (
    matchesTime(restrictions, local) &&
    matchesDay(restrictions, local) &&
    atLeast(restrictions.min_kwh, period.energyBefore) &&
    below(restrictions.max_kwh, period.energyBefore) &&
    atLeast(restrictions.min_duration, new Exact(period.secondsBefore)) &&
    below(restrictions.max_duration, new Exact(period.secondsBefore)) &&
    atLeast(restrictions.min_current, level(period, ['MIN_CURRENT', 'CURRENT', 'MAX_CURRENT'])) &&
    below(restrictions.max_current, level(period, ['MAX_CURRENT', 'CURRENT', 'MIN_CURRENT'])) &&
    atLeast(restrictions.min_power, level(period, ['MIN_POWER', 'POWER', 'MAX_POWER']) ?? meanPower(period)) &&
    below(restrictions.max_power, level(period, ['MAX_POWER', 'POWER', 'MIN_POWER']) ?? meanPower(period))
  )
}

/** From the first time on, up to the second; a window that ends before it begins goes past midnight. */
function matchesTime({ start_time, end_time }: OcpiRestrictions, { minute }: LocalTime): boolean {
  const start = start_time === undefined ? 0 : minuteOf(start_time)
  const end = end_time === undefined || end_time === '00:00' ? 24 * 60 : minuteOf(end_time)
  return start <= end ? minute >= start && minute < end : minute >= start || minute < end
}

function minuteOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
}

function matchesDay({ start_date, end_date, day_of_week }: OcpiRestrictions, { day, weekDay }: LocalTime): boolean {
  if (start_date !== undefined && day < start_date) return false
  if (end_date !== undefined && day >= end_date) return false
  return day_of_week === undefined || day_of_week.length === 0 || day_of_week.some((name) => WEEK[weekDay] === name)
}

// What the CDR does not tell cannot be shown to hold: the default element prices it.
function atLeast(limit: string | number | undefined, value: Exact | null): boolean {
  return limit === undefined || value?.gte(limit) === true
}

function below(limit: string | number | undefined, value: Exact | null): boolean {
  return limit === undefined || value?.lt(limit) === true
}

/** The first of these that the period tells; while a vehicle is only parked nothing flows. */
function level({ volumes }: PeriodState, types: readonly OcpiDimension[]): Exact | null {
  const told = types.map((type) => volumes.get(type)).find((volume) => volume !== undefined)
  return told ?? (volumes.has('PARKING_TIME') && !volumes.has('ENERGY') ? new Exact(0) : null)
}

function meanPower({ volumes, startedAt, endedAt }: PeriodState): Exact | null {
  const energy = volumes.get('ENERGY')
  const hours = volumes.get('TIME') ?? new Exact(endedAt.getTime() - startedAt.getTime()).div(3_600_000)
  return energy && hours.gt(0) ? energy.div(hours) : null
}
