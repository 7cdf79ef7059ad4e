import { percentOf, priceOf, toDecimalText } from '#lib/platform/money/index.ts'
import { bandQuantities } from './band-quantities.ts'
import type { PriceSlice } from './price-slices.ts'
import type { Tariff, UsePeriod } from './schema.ts'
import { USE_PERIODS } from './schema.ts'
import { type LineKind, lineOf, type TariffLine } from './tariff-line.ts'

/** What one meter, or charging without prices of its own, used while one price held. */
export interface SliceUse {
  readonly slice: PriceSlice
  readonly quantity: bigint
  /** For how many days of the slice the meter was there. */
  readonly days: number
  /** By time of use, where the price is by time of use; what is missing of the quantity is in no named period. */
  readonly byPeriod?: ReadonlyMap<UsePeriod, bigint>
}

export interface MeteredUse {
  /** The days of the bill for which this version of the tariff held. */
  readonly from: string
  readonly before: string
  readonly days: number
  readonly unit: string
  /** How many of the unit make the one that rates are given for. */
  readonly per: number
  readonly slices: readonly SliceUse[]
  /** What flowed back to the grid: it is paid for, and bears no other charge. */
  readonly exported?: boolean
}

/**
 * Prices what one meter measured by one version of a tariff: its use by price, band and time of use, the standing charge,
 * discounts, and what is missing to the minimum. Each line is rounded once, half to even. So splitting a period at the
 * edges of its slices moves each rate's amount by less than one minor unit for each cut, whatever was used when; a band is
 * shared out by days, so that within its month or year this holds for even use.
 */
export function priceUse(tariff: Tariff, use: MeteredUse): TariffLine[] {
  if (use.exported) return exportLines(tariff, use)
  const energy = use.slices.flatMap((slice) => energyLines(tariff, use, slice))
  const charged = [...energy, ...standingLines(tariff, use)]
  const reduced = [...charged, ...discountLines(tariff, use, charged)]
  return [...reduced, ...minimumLines(tariff, use, reduced)]
}

function energyLines(tariff: Tariff, { unit, per }: MeteredUse, { slice, quantity, days, byPeriod }: SliceUse) {
  const { price } = slice
  const line = (used: bigint, rate: string, part?: string) =>
    lineOf(tariff, slice, {
      kind: 'energy',
      quantity: used,
      unit,
      rate,
      netMinor: priceOf({ rate, quantity: used, per, currency: tariff.currency }),
      vatPercent: tariff.vatPercent,
      ...(part ? { part } : {}),
    })
  if (price.kind === 'ocpi') throw new Error('sessions are priced one by one')
  if (price.kind === 'flat') return [line(quantity, price.rate)]
  if (price.kind === 'tiered')
    return bandQuantities(price, { quantity, per, from: slice.from, days }).map(({ band, rate, quantity: used }) =>
      line(used, rate, `band_${band}`),
    )
  const known = [...(byPeriod?.values() ?? [])].reduce((sum, used) => sum + used, 0n)
  return USE_PERIODS.flatMap((period) => {
    const used = (byPeriod?.get(period) ?? 0n) + (period === price.otherwise ? quantity - known : 0n)
    const rate = price.rates[period]
    return rate && (used !== 0n || period === price.otherwise) ? [line(used, rate, period)] : []
  })
}

function standingLines(tariff: Tariff, use: MeteredUse): TariffLine[] {
  if (use.days <= 0 || Number(tariff.standingPerDay) === 0) return []
  const vatPercent = tariff.standingVatPercent ?? tariff.vatPercent
  const quantity = BigInt(use.days)
  const { standingPerDay: rate, currency } = tariff
  const netMinor = priceOf({ rate, quantity, per: 1, currency })
  return [lineOf(tariff, use, { kind: 'standing', quantity, unit: 'day', rate, netMinor, vatPercent })]
}

/** A line for each discount and rate of VAT. */
function discountLines(tariff: Tariff, use: MeteredUse, charged: readonly TariffLine[]): TariffLine[] {
  return tariff.discounts.flatMap(({ key, percent, on }) => {
    const kinds: LineKind[] = on.map((of) => (of === 'use' ? 'energy' : 'standing'))
    const base = Map.groupBy(
      charged.filter(({ kind }) => kinds.includes(kind)),
      ({ vatPercent }) => vatPercent,
    )
    return [...base].flatMap(([vatPercent, lines]) => {
      const netMinor = -percentOf(sumOf(lines), percent)
      return netMinor === 0n ? [] : [once(tariff, use, { kind: 'discount', netMinor, vatPercent, part: key })]
    })
  })
}

function minimumLines(tariff: Tariff, use: MeteredUse, lines: readonly TariffLine[]): TariffLine[] {
  const { minimumPerDay, currency, vatPercent } = tariff
  if (minimumPerDay === undefined) return []
  const least = priceOf({ rate: minimumPerDay, quantity: BigInt(Math.max(0, use.days)), per: 1, currency })
  const netMinor = least - sumOf(lines)
  return netMinor > 0n ? [once(tariff, use, { kind: 'minimum', netMinor, vatPercent })] : []
}

function exportLines(tariff: Tariff, { slices, unit, per, ...days }: MeteredUse): TariffLine[] {
  const quantity = slices.reduce((sum, slice) => sum + slice.quantity, 0n)
  const { exportRate: rate, currency, exportVatPercent: vatPercent } = tariff
  if (rate === undefined || quantity === 0n) return []
  const netMinor = -priceOf({ rate, quantity, per, currency })
  return [lineOf(tariff, days, { kind: 'export', quantity, unit, rate: `-${rate}`, netMinor, vatPercent })]
}

function once(
  tariff: Tariff,
  days: Pick<MeteredUse, 'from' | 'before'>,
  line: { kind: 'discount' | 'minimum'; netMinor: bigint; vatPercent: string; part?: string },
): TariffLine {
  return lineOf(tariff, days, {
    ...line,
    quantity: 1n,
    unit: 'once',
    rate: toDecimalText(line.netMinor, tariff.currency),
  })
}

function sumOf(lines: readonly TariffLine[]): bigint {
  return lines.reduce((sum, { netMinor }) => sum + netMinor, 0n)
}
