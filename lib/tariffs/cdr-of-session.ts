import { addDays, localTime, momentOf } from '#lib/platform/calendar/index.ts'
import { Exact } from '#lib/platform/money/index.ts'
import type { OcpiCdr, OcpiTariff } from './ocpi/schema.ts'

/** A charging session of which only begin, end and energy are known. */
export interface PlainSession {
  readonly startedAt: Date
  readonly endedAt: Date
  readonly energyWh: bigint
}

/**
 * A session as a charge detail record for one tariff. Its energy is taken as flowing evenly, and a period begins wherever
 * a restriction of the tariff can begin or end to hold: at a time of day, at midnight, after a length of time, at an amount
 * of energy.
 */
export function cdrOfSession(session: PlainSession, tariff: OcpiTariff, zone: string): OcpiCdr {
  const { startedAt, endedAt, energyWh } = session
  const [start, end] = [startedAt.getTime(), endedAt.getTime()]
  const length = BigInt(end - start)
  const cuts = [...new Set([start, ...cutsOf(session, tariff, zone).filter((at) => at > start && at < end)])].toSorted(
    (a, b) => a - b,
  )
  const energyAt = (at: number) => (length === 0n ? energyWh : (energyWh * BigInt(at - start)) / length)
  return {
    start_date_time: startedAt,
    end_date_time: endedAt,
    currency: tariff.currency,
    tariffs: [],
    credit: false,
    charging_periods: cuts.map((at, index) => {
      const next = cuts[index + 1] ?? end
      const wh = (next === end ? energyWh : energyAt(next)) - (at === start ? 0n : energyAt(at))
      return {
        start_date_time: new Date(at),
        dimensions: [
          { type: 'ENERGY', volume: new Exact(wh.toString()).div(1000).toFixed() },
          { type: 'TIME', volume: new Exact(next - at).div(3_600_000).toFixed() },
        ],
      }
    }),
  }
}

function cutsOf({ startedAt, endedAt, energyWh }: PlainSession, tariff: OcpiTariff, zone: string): number[] {
  const start = startedAt.getTime()
  const restrictions = tariff.elements.map((element) => element.restrictions)
  const lengths = restrictions.flatMap((one) => [one.min_duration, one.max_duration]).filter((one) => one !== undefined)
  const amounts = restrictions.flatMap((one) => [one.min_kwh, one.max_kwh]).filter((one) => one !== undefined)
  const daily = restrictions.some((one) => one.start_date || one.end_date || one.day_of_week)
  const clocks = restrictions.flatMap((one) => [one.start_time, one.end_time]).filter((one) => one !== undefined)
  return [
    ...lengths.map((seconds) => start + seconds * 1000),
    ...amounts.map((kwh) => start + millisecondsTo(kwh, energyWh, endedAt.getTime() - start)),
    ...clockTimes(startedAt, endedAt, daily ? [...clocks, '00:00'] : clocks, zone),
  ]
}

/** When a session that flows evenly has reached so many kWh, rounded up to the millisecond. */
function millisecondsTo(kwh: string, energyWh: bigint, length: number): number {
  if (energyWh <= 0n) return length
  return new Exact(kwh).times(1000).times(length).div(energyWh.toString()).ceil().toNumber()
}

/** Each moment between two at which the clock of the zone shows one of these times. */
function clockTimes(from: Date, until: Date, clocks: readonly string[], zone: string): number[] {
  if (clocks.length === 0) return []
  const wanted = new Set(clocks)
  const found: number[] = []
  const last = localTime(until, zone).day
  for (let { day } = localTime(from, zone); day <= last; day = addDays(day, 1))
    for (const clock of wanted) found.push(momentOf(day, zone, clock).getTime())
  return found
}
