import { getManifest, type Manifest } from '#lib/brands/index.ts'
import { UNITS_PER_RATE, type Unit } from '#lib/metering/schema.ts'
import type { Tx } from '#lib/platform/database/index.ts'
import {
  gasEnergy,
  type PlainSession,
  type PriceSlice,
  pricedBySession,
  priceSessions,
  priceUse,
  quantityByPeriod,
  type TariffLine,
  type UseAt,
  vatByTotal,
} from '#lib/tariffs/index.ts'
import type { Tariff } from '#lib/tariffs/schema.ts'
import { type BillableUsage, readSessions, readUsage, readUseTimes, slicesOf, type UsageOf } from './read-usage.ts'
import { type TariffSpan, tariffSpans } from './tariff-spans.ts'

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

/** Days of which the last is not counted. */
interface Days {
  readonly periodStart: string
  readonly periodEnd: string
}

type Slice = ReturnType<typeof slicesOf>[number]
type UseTime = UseAt & { readonly slice: number; readonly meterId: string }

/**
 * What a person used in a period by the tariffs of the brand, in at most three statements: each meter by each version of
 * its tariff, and charging sessions one by one where their tariff is one of OCPI. VAT is that of each line or of the sums,
 * as the brand has it.
 */
export async function pricePeriod(
  tx: Tx,
  { brand, subjectId }: { readonly brand: string; readonly subjectId: string },
  { periodStart, periodEnd }: Days,
): Promise<PricedLine[]> {
  const { tariffs, zone, vatBy } = getManifest(brand)
  const lines = await priceByTariffs(
    tx,
    { brand, subjectId, zone },
    tariffs.filter(({ optional }) => !optional),
    {
      periodStart,
      periodEnd,
    },
  )
  return vatBy === 'line' ? lines : vatByTotal(lines)
}

/** The same for any tariffs: what a person would pay by them. */
export async function priceByTariffs(
  tx: Tx,
  of: UsageOf,
  tariffs: readonly Tariff[],
  days: Days,
): Promise<PricedLine[]> {
  return priceRead(await readForPricing(tx, of, tariffs, days))
}

/** What is read of a person's use so that it can be priced, as it is or with other quantities. */
export interface ReadUse {
  readonly spans: readonly TariffSpan[]
  readonly usage: readonly BillableUsage[]
  readonly sessions: readonly (PlainSession & { readonly slice: number })[]
  readonly context: Context
  readonly zone: string
}

export async function readForPricing(
  tx: Tx,
  of: UsageOf,
  tariffs: readonly Tariff[],
  { periodStart, periodEnd }: Days,
): Promise<ReadUse> {
  const { gasEnergy: conversions } = getManifest(of.brand)
  const spans = tariffSpans(tariffs.map(pricedBySession), periodStart, periodEnd, {
    gas: conversions.map(({ from }) => from),
  })
  const slices = slicesOf(spans)
  const usage = await readUsage(tx, of, slices)
  const times = slices.some(({ price }) => price.kind === 'time_of_use')
    ? await readUseTimes(tx, of, only(slices, 'time_of_use'))
    : []
  const sessions = slices.some(({ price }) => price.kind === 'ocpi')
    ? await readSessions(tx, of, only(slices, 'ocpi'))
    : []
  return { spans, usage, sessions, context: { slices, times, conversions }, zone: of.zone }
}

/**
 * Prices what was read.
 * @param quantityOf another quantity for a meter in a slice, such as an expected one
 */
export function priceRead(
  { spans, usage, sessions, context, zone }: ReadUse,
  quantityOf: (row: BillableUsage, slice: PriceSlice) => bigint = ({ quantity }) => quantity,
): PricedLine[] {
  const { slices } = context
  const rows = usage.map((row) => {
    const slice = slices[row.slice]
    return slice ? { ...row, quantity: quantityOf(row, slice) } : row
  })
  return spans.flatMap((span) => {
    const own = rows.filter(({ slice }) => slices[slice]?.span === span)
    if (span.tariff.price.kind !== 'ocpi') return metersOf(own).flatMap((meter) => priceMeter(span, meter, context))
    const began = sessions.filter(({ slice }) => slices[slice]?.span === span)
    if (began.length === 0) return []
    return [...priceSessions(span.tariff, { ...span, sessions: began, zone }), ...standingOf(span, own)].map(
      (line) => ({ ...line, ...UNMETERED }),
    )
  })
}

/** Slices in their places, where those of another price are days that nothing lies in. */
function only(slices: readonly Slice[], kind: Slice['price']['kind']) {
  return slices.map((slice) => (slice.price.kind === kind ? slice : { ...slice, before: slice.from }))
}

function metersOf(usage: readonly BillableUsage[]): BillableUsage[][] {
  return [...Map.groupBy(usage, ({ meterId }) => meterId).values()]
}

const NO_VOLUME = { volume: null, calorificMj: null, volumeCorrection: null }
const UNMETERED: Extra = { meterId: null, estimated: false, ...NO_VOLUME }

interface Context {
  readonly slices: readonly Slice[]
  readonly times: readonly UseTime[]
  readonly conversions: GasEnergy
}

function priceMeter({ tariff, from, before }: TariffSpan, rows: readonly BillableUsage[], context: Context) {
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
function inSlice(row: BillableUsage, { slices, times, conversions }: Context) {
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

/** The daily charge of a tariff whose sessions are priced one by one. */
function standingOf({ tariff, from, before }: TariffSpan, [usage]: readonly BillableUsage[]): TariffLine[] {
  return priceUse(tariff, { from, before, days: usage?.days ?? 0, unit: 'Wh', per: 1000, slices: [] })
}
