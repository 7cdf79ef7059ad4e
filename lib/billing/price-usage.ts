import type { Tariff } from '#lib/brands/index.ts'
import { UNITS_PER_RATE, type Unit } from '#lib/metering/schema.ts'
import { percentOf, priceOf } from '#lib/platform/money/index.ts'

/** A line of a bill before it belongs to one. */
export interface PricedLine {
  readonly kind: 'energy' | 'standing'
  readonly tariff: string
  readonly utility: Tariff['utility']
  /** In the meter's unit, or days. */
  readonly quantity: bigint
  readonly unit: string
  /** Major units for a kWh, a cubic metre, an event or a day. */
  readonly rate: string
  readonly netMinor: bigint
  readonly vatPercent: string
  readonly vatMinor: bigint
}

/** What one tariff prices: a quantity in the meter's own unit, and the days for which it held. */
export interface PricedUsage {
  readonly quantity: bigint
  readonly unit: Unit
  readonly days: number
}

/**
 * Prices a quantity and a number of days by a tariff: a line for the use and, where the tariff has one, a line for the
 * standing charge. Each line is rounded once, half to even, and its VAT is that of the rounded net amount.
 */
export function priceUsage(tariff: Tariff, { quantity, unit, days }: PricedUsage): PricedLine[] {
  const lines = [
    priceLine(tariff, { kind: 'energy', quantity, unit, rate: tariff.unitRate, per: UNITS_PER_RATE[unit] }),
  ]
  if (Number(tariff.standingPerDay) > 0 && days > 0)
    lines.push(
      priceLine(tariff, { kind: 'standing', quantity: BigInt(days), unit: 'day', rate: tariff.standingPerDay, per: 1 }),
    )
  return lines
}

interface Charge extends Pick<PricedLine, 'kind' | 'quantity' | 'unit' | 'rate'> {
  readonly per: number
}

function priceLine(tariff: Tariff, { kind, quantity, unit, rate, per }: Charge): PricedLine {
  const netMinor = priceOf({ rate, quantity, per, currency: tariff.currency })
  return {
    kind,
    tariff: tariff.key,
    utility: tariff.utility,
    quantity,
    unit,
    rate,
    netMinor,
    vatPercent: tariff.vatPercent,
    vatMinor: percentOf(netMinor, tariff.vatPercent),
  }
}
