import { Exact } from '#lib/platform/money/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { type Charge, chargesOf } from './charges.ts'
import { chargingPeriods, isReservation, type PeriodState } from './charging-periods.ts'
import { type Cost, costOf, NOTHING, plus, withinLimits } from './cost.ts'
import type { OcpiCdr, OcpiTariff } from './schema.ts'
import { selectTariff } from './select-tariff.ts'
import { roundToSteps } from './step-size.ts'

export interface PricedCharge extends Charge {
  readonly cost: Cost
}

/** A session's price, exact: nothing of it is rounded yet. */
export interface PricedCdr {
  readonly currency: string
  readonly charges: readonly PricedCharge[]
  /** What a minimum or maximum price of the tariff adds or takes away; nothing where none was met. */
  readonly limitAdjustment: Cost
  readonly total: Cost
  /** In kWh and hours. Time is that of the session, without a reservation before it. */
  readonly energy: Exact
  readonly time: Exact
  readonly parkingTime: Exact
}

/**
 * Prices a charge detail record by OCPI 2.2.1. A period that names no tariff has the one in force when the session began,
 * unless other periods name theirs. Without tariffs of the caller's the record's own hold. Volumes are taken as they are
 * written. Times of day are read in `zone`, else in the zone that the record's location names, else in UTC.
 * @throws Refusal `tariffs.no_tariff`, `tariffs.currency_differs`
 */
export function priceCdr(tariffs: OcpiTariff | readonly OcpiTariff[], cdr: OcpiCdr, zone?: string): PricedCdr {
  const given = [tariffs].flat()
  const tariffOf = selectTariff(given.length > 0 ? given : cdr.tariffs, cdr)
  const periods = chargingPeriods(cdr)
  const where = zone ?? cdr.cdr_location?.time_zone ?? 'UTC'
  const charges = roundToSteps(chargesOf(periods, tariffOf, where)).map((charge) => ({
    ...charge,
    cost: costOf(charge),
  }))
  const used = new Set(periods.flatMap((period) => tariffOf(period) ?? []))
  if ([...used].some(({ currency }) => currency !== cdr.currency)) throw new Refusal('tariffs.currency_differs')
  const sum = charges.map(({ cost }) => cost).reduce(plus, NOTHING)
  const charged = periods.some(({ volumes }) => !isReservation(volumes))
  const total = charged ? limited(charges, [...used]) : sum
  return {
    currency: cdr.currency,
    charges,
    limitAdjustment: { exclVat: total.exclVat.minus(sum.exclVat), inclVat: total.inclVat.minus(sum.inclVat) },
    total,
    ...volumesOf(periods, cdr),
  }
}

/** Each tariff's minimum and maximum hold for what was charged by it. */
function limited(charges: readonly PricedCharge[], used: readonly OcpiTariff[]): Cost {
  return used
    .map((tariff) => {
      const own = charges.filter((charge) => charge.tariff === tariff).map(({ cost }) => cost)
      return withinLimits(own.reduce(plus, NOTHING), tariff)
    })
    .reduce(plus, NOTHING)
}

function volumesOf(periods: readonly PeriodState[], cdr: OcpiCdr) {
  const sum = (type: 'ENERGY' | 'PARKING_TIME') =>
    periods.reduce((total, { volumes }) => total.plus(volumes.get(type) ?? 0), new Exact(0))
  const begin = periods.find(({ volumes }) => !isReservation(volumes))
  const startedAt = begin === periods[0] ? cdr.start_date_time : begin?.startedAt
  const length = startedAt ? cdr.end_date_time.getTime() - startedAt.getTime() : 0
  return {
    energy: sum('ENERGY'),
    time: new Exact(length).div(3_600_000),
    parkingTime: sum('PARKING_TIME'),
  }
}
