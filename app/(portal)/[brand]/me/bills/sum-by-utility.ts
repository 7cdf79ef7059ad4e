import type { UsagePoint, UsageSeries } from '#lib/metering/index.ts'
import { UNITS_PER_RATE, type Unit } from '#lib/metering/schema.ts'

/** What all meters of a utility measured together. */
export interface UtilityUse extends Pick<UsageSeries, 'utility' | 'unit'> {
  readonly points: readonly Step[]
}

type Step = Pick<UsagePoint, 'day' | 'quantity'>

/**
 * One series for each utility, however many meters it has, counted as finely as the finest of them; gas by volume is apart
 * from gas by energy, and what flowed back is no use.
 */
export function sumByUtility(series: readonly UsageSeries[]): UtilityUse[] {
  const used = series.filter(({ direction }) => direction === 'import')
  return [...Map.groupBy(used, ({ utility, unit }) => `${utility} ${unit === 'l'}`).values()].flatMap((meters) => {
    const [first] = meters
    if (!first) return []
    const { utility } = first
    const unit = meters.map((meter) => meter.unit).reduce((a, b) => (UNITS_PER_RATE[b] > UNITS_PER_RATE[a] ? b : a))
    return [{ utility, unit, points: sumByDay(meters, unit) }]
  })
}

function sumByDay(meters: readonly UsageSeries[], unit: Unit): Step[] {
  const sums = new Map<string, bigint>()
  for (const meter of meters) {
    const factor = BigInt(UNITS_PER_RATE[unit] / UNITS_PER_RATE[meter.unit])
    for (const { day, quantity } of meter.points) sums.set(day, (sums.get(day) ?? 0n) + quantity * factor)
  }
  return [...sums].map(([day, quantity]) => ({ day, quantity })).toSorted((a, b) => (a.day < b.day ? -1 : 1))
}
