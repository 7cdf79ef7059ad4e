import type { Exact } from '#lib/platform/money/index.ts'
import type { PriceObject } from './cdr-object.ts'
import { type Cost, NOTHING, plus } from './cost.ts'
import type { PricedCdr, PricedCharge } from './price-cdr.ts'

/** The fields of a CDR that pricing fills, as OCPI 2.2.1 names them; numbers have four decimals, half to even. */
export interface OcpiTotals {
  readonly currency: string
  readonly total_cost: Required<PriceObject>
  readonly total_fixed_cost?: Required<PriceObject>
  readonly total_energy: number
  readonly total_energy_cost?: Required<PriceObject>
  readonly total_time: number
  readonly total_time_cost?: Required<PriceObject>
  readonly total_parking_time: number
  readonly total_parking_cost?: Required<PriceObject>
  readonly total_reservation_cost?: Required<PriceObject>
}

export function ocpiTotals({ charges, ...priced }: PricedCdr, credit: boolean): OcpiTotals {
  const costOf = (wanted: (charge: PricedCharge) => boolean) => {
    const found = charges.filter(wanted)
    return found.length > 0 ? price(found.map(({ cost }) => cost).reduce(plus, NOTHING)) : undefined
  }
  const ofSession = (dimension: PricedCharge['dimension']) =>
    costOf((charge) => !charge.reserved && charge.dimension === dimension)
  return present({
    currency: priced.currency,
    total_cost: price(priced.total, credit ? -1 : 1),
    total_fixed_cost: ofSession('FLAT'),
    total_energy: four(priced.energy),
    total_energy_cost: ofSession('ENERGY'),
    total_time: four(priced.time),
    total_time_cost: ofSession('TIME'),
    total_parking_time: four(priced.parkingTime),
    total_parking_cost: ofSession('PARKING_TIME'),
    total_reservation_cost: costOf(({ reserved }) => reserved),
  })
}

type Optional<T> = { [K in keyof T]-?: undefined extends T[K] ? T[K] | undefined : T[K] }

function present({ currency, ...totals }: Optional<OcpiTotals>): OcpiTotals {
  const { total_cost, total_energy, total_time, total_parking_time, ...rest } = totals
  const told = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined))
  return { currency, total_cost, total_energy, total_time, total_parking_time, ...told }
}

function price({ exclVat, inclVat }: Cost, sign: 1 | -1 = 1): Required<PriceObject> {
  return { excl_vat: four(exclVat.times(sign)), incl_vat: four(inclVat.times(sign)) }
}

/** As a number of OCPI: four decimals, half to even. */
export function four(value: Exact): number {
  return value.toDecimalPlaces(4).toNumber()
}
