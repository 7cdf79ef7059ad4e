import { z } from 'zod'
import type { Exact } from '#lib/platform/money/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { type Cost, NOTHING, plus } from './cost.ts'
import { type PricedCdr, type PricedCharge, priceCdr } from './price-cdr.ts'
import { OcpiCdr, OcpiTariff } from './schema.ts'

interface OcpiPrice {
  readonly excl_vat: number
  readonly incl_vat: number
}

/** The fields of a CDR that pricing fills, as OCPI 2.2.1 names them; numbers have four decimals, half to even. */
export interface OcpiTotals {
  readonly currency: string
  readonly total_cost: OcpiPrice
  readonly total_fixed_cost?: OcpiPrice
  readonly total_energy: number
  readonly total_energy_cost?: OcpiPrice
  readonly total_time: number
  readonly total_time_cost?: OcpiPrice
  readonly total_parking_time: number
  readonly total_parking_cost?: OcpiPrice
  readonly total_reservation_cost?: OcpiPrice
}

/**
 * Prices a CDR by one tariff or several, all as OCPI JSON; without any by those that the CDR holds. A credit CDR has the
 * negative cost.
 * @throws Refusal `tariffs.not_ocpi` with the path of what cannot be read, `tariffs.no_tariff`, `tariffs.currency_differs`
 */
export function priceOcpi(tariffs: unknown, cdr: unknown, zone?: string): OcpiTotals {
  const read = readOcpi(OcpiCdr, cdr)
  const given = tariffs === undefined || tariffs === null ? [] : readOcpi(z.array(OcpiTariff), [tariffs].flat())
  return ocpiTotals(priceCdr(given, read, zone), read.credit)
}

function readOcpi<Schema extends z.ZodType>(schema: Schema, written: unknown): z.output<Schema> {
  const parsed = schema.safeParse(withoutNulls(written))
  if (parsed.success) return parsed.data
  throw new Refusal('tariffs.not_ocpi', { path: parsed.error.issues[0]?.path.join('.') || '(top)' })
}

/** Some senders write null for what they leave out. */
function withoutNulls(written: unknown): unknown {
  if (Array.isArray(written)) return written.map(withoutNulls)
  if (typeof written !== 'object' || written === null) return written
  const told = Object.entries(written).filter(([, value]) => value !== null)
  return Object.fromEntries(told.map(([key, value]) => [key, withoutNulls(value)]))
}

function ocpiTotals({ charges, ...priced }: PricedCdr, credit: boolean): OcpiTotals {
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

function price({ exclVat, inclVat }: Cost, sign: 1 | -1 = 1): OcpiPrice {
  return { excl_vat: four(exclVat.times(sign)), incl_vat: four(inclVat.times(sign)) }
}

function four(value: Exact): number {
  return value.toDecimalPlaces(4).toNumber()
}
