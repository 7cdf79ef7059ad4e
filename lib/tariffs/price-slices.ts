import { addDays, monthStart } from '#lib/platform/calendar/index.ts'
import type { Tariff } from './schema.ts'

/** Days in which one price of a tariff holds and, where it has bands, one set of them; the last day is not counted. */
export interface PriceSlice {
  readonly price: Tariff['price']
  readonly from: string
  readonly before: string
}

/**
 * Cuts days where the season changes, and for bands where their month or year ends. Cutting the days themselves at any of
 * these edges gives the same slices.
 * @param edges further days to cut at
 */
export function priceSlices(tariff: Tariff, from: string, before: string, edges: readonly string[] = []): PriceSlice[] {
  const slices: PriceSlice[] = []
  for (let start = from; start < before; ) {
    const end = [monthStart(start, 1), before, ...edges.filter((edge) => edge > start)].reduce((a, b) =>
      a < b ? a : b,
    )
    const price = priceIn(tariff, Number(start.slice(5, 7)))
    const last = slices.at(-1)
    if (last && last.price === price && !edges.includes(start) && !endsBands(price, last.from, start))
      slices.splice(-1, 1, { ...last, before: end })
    else slices.push({ price, from: start, before: end })
    start = end
  }
  return slices
}

/** The price of a month: that of its season, else the one of the year. */
export function priceIn({ price, seasons }: Tariff, month: number): Tariff['price'] {
  return seasons.find(({ months }) => months.includes(month))?.price ?? price
}

function endsBands(price: Tariff['price'], from: string, start: string): boolean {
  if (price.kind !== 'tiered') return false
  const cycle = price.per === 'month' ? 7 : 4
  return from.slice(0, cycle) !== start.slice(0, cycle)
}

/** The days of the month or the year in which a slice lies. */
export function daysOfCycle(per: 'month' | 'year', day: string): number {
  const [first, next] =
    per === 'month'
      ? [monthStart(day), monthStart(day, 1)]
      : [`${day.slice(0, 4)}-01-01`, `${Number(day.slice(0, 4)) + 1}-01-01`]
  return daysBetween(first, next)
}

export function daysBetween(from: string, before: string): number {
  return Math.round((Date.parse(addDays(before, 0)) - Date.parse(from)) / 86_400_000)
}
