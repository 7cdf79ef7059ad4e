import type { Manifest } from '#lib/brands/index.ts'
import { UNITS_PER_RATE, type Unit } from '#lib/metering/schema.ts'
import { gasEnergy, priceUse, quantityByPeriod, type TariffLine, type UseAt } from '#lib/tariffs/index.ts'
import type { BillableUsage, slicesOf } from './read-usage.ts'
import type { TariffSpan } from './tariff-spans.ts'

/** A line of a bill before it belongs to one. */
export interface PricedLine extends TariffLine {
  readonly meterId: string | null
  /** Of gas that was metered by volume: the litres, and what made its energy of them. */
  readonly volume: bigint | null
  readonly calorificMj: string | null
  readonly volumeCorrection: string | null
  /** Whether some of what it bills was estimated and not read. */
  readonly estimated: boolean
}

type Extra = Omit<PricedLine, keyof TariffLine>
type GasEnergy = Manifest['gasEnergy']

type Slice = ReturnType<typeof slicesOf>[number]
type UseTime = UseAt & { readonly slice: number; readonly meterId: string }

const NO_VOLUME = { volume: null, calorificMj: null, volumeCorrection: null }
/** Of lines that come from no meter. */
export const UNMETERED: Extra = { meterId: null, estimated: false, ...NO_VOLUME }

/** What pricing the use of a meter needs to know beside it. */
export interface PricingContext {
  readonly slices: readonly Slice[]
  readonly times: readonly UseTime[]
  readonly conversions: GasEnergy
}

/** What one meter used by one version of its tariff; nothing where it was not there in those days. */
export function priceMeter(
  { tariff, from, before }: TariffSpan,
  rows: readonly BillableUsage[],
  context: PricingContext,
) {
  const [first] = rows
  const days = rows.reduce((sum, row) => sum + row.days, 0)
  if (!first || (days === 0 && rows.every(({ quantity }) => quantity === 0n))) return []
  const used = rows.flatMap((row) => inSlice(row, context))
  const byVolume = used.some(({ extra }) => extra.volume !== null)
  const unit: Unit = byVolume ? 'Wh' : first.unit
  const exported = first.direction === 'export'
  const lines = priceUse(tariff, { from, before, days, unit, per: UNITS_PER_RATE[unit], slices: used, exported })
  const explained = new Set<unknown>()
  return lines.map((line): PricedLine => {
    const own = used.find(({ slice }) => line.kind === 'energy' && slice.from === line.startsOn)
    if (!own)
      return {
        ...line,
        ...UNMETERED,
        meterId: first.meterId,
        estimated: exported && used.some(({ extra }) => extra.estimated),
      }
    // Of several bands of the same days the first says what all of them were made of.
    const again = explained.has(own)
    explained.add(own)
    return { ...line, ...own.extra, ...(again ? NO_VOLUME : {}) }
  })
}

/** What a meter used in one slice, gas that is counted by volume as energy. */
function inSlice(row: BillableUsage, { slices, times, conversions }: PricingContext) {
  const slice = slices[row.slice]
  if (!slice) return []
  const { meterId, days } = row
  const conversion = conversions.findLast(({ from }) => from <= slice.from)
  const estimated = row.estimated !== 0n
  if (slice.utility !== 'gas' || row.unit !== 'l' || !conversion) {
    const extra: Extra = { meterId, estimated, ...NO_VOLUME }
    return [{ slice, quantity: row.quantity, days, ...byPeriodOf(slice, row, times), extra }]
  }
  const { calorificMj, correction } = conversion
  const extra: Extra = { meterId, estimated, volume: row.quantity, calorificMj, volumeCorrection: correction }
  return [{ slice, quantity: gasEnergy(row.quantity, conversion), days, extra }]
}

function byPeriodOf({ price }: Slice, row: BillableUsage, times: readonly UseTime[]) {
  if (price.kind !== 'time_of_use') return {}
  const own = times.filter(({ slice, meterId }) => slice === row.slice && meterId === row.meterId)
  const known = quantityByPeriod(price, own)
  const sum = [...known.values()].reduce((total, quantity) => total + quantity, 0n)
  // What is expected beyond the readings falls on the times of day as they do.
  const scaled = (quantity: bigint) => (sum === 0n ? 0n : (quantity * row.quantity) / sum)
  return { byPeriod: new Map([...known].map(([period, quantity]) => [period, scaled(quantity)])) }
}
