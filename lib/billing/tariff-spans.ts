import { type PriceSlice, priceSlices } from '#lib/tariffs/index.ts'
import type { Tariff } from '#lib/tariffs/schema.ts'

/** Days in which one version of a tariff holds, cut into its prices; the last day is not counted. */
export interface TariffSpan {
  readonly tariff: Tariff
  readonly from: string
  readonly before: string
  readonly slices: readonly PriceSlice[]
}

/**
 * The tariffs of a period, each for the days in which it holds: a later entry of the same key replaces the earlier one
 * from its day on. Days before the first entry have no price and are not billed.
 * @param edges days at which the slices of a utility are cut besides
 */
export function tariffSpans(
  tariffs: readonly Tariff[],
  periodStart: string,
  periodEnd: string,
  edges: Partial<Record<Tariff['utility'], readonly string[]>> = {},
): TariffSpan[] {
  return [...Map.groupBy(tariffs, (tariff) => tariff.key).values()].flatMap((versions) => {
    const ordered = versions.toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1))
    return ordered.flatMap((tariff, index) => {
      const from = tariff.validFrom > periodStart ? tariff.validFrom : periodStart
      const until = ordered[index + 1]?.validFrom ?? periodEnd
      const before = until < periodEnd ? until : periodEnd
      if (from >= before) return []
      return [{ tariff, from, before, slices: priceSlices(tariff, from, before, edges[tariff.utility]) }]
    })
  })
}
