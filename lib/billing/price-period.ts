import { getManifest } from '#lib/brands/index.ts'
import { UNITS_PER_RATE } from '#lib/metering/schema.ts'
import type { Tx } from '#lib/platform/database/index.ts'
import {
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
  /** Whether some of what it bills was estimated and not read. */
  readonly estimated: boolean
}

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
  { periodStart, periodEnd }: Days,
): Promise<PricedLine[]> {
  const spans = tariffSpans(tariffs, periodStart, periodEnd)
  const slices = slicesOf(spans)
  const usage = await readUsage(tx, of, slices)
  const times = slices.some(({ price }) => price.kind === 'time_of_use')
    ? await readUseTimes(tx, of, only(slices, 'time_of_use'))
    : []
  const sessions = slices.some(({ price }) => price.kind === 'ocpi')
    ? await readSessions(tx, of, only(slices, 'ocpi'))
    : []
  return spans.flatMap((span) => {
    const own = usage.filter(({ slice }) => slices[slice]?.span === span)
    if (span.tariff.price.kind !== 'ocpi') return metersOf(own).flatMap((rows) => priceMeter(span, slices, rows, times))
    const began = sessions.filter(({ slice }) => slices[slice]?.span === span)
    if (began.length === 0) return []
    return [...priceSessions(span.tariff, { ...span, sessions: began, zone: of.zone }), ...standingOf(span, own)].map(
      (line) => ({ ...line, meterId: null, estimated: false }),
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

function priceMeter(
  { tariff, from, before }: TariffSpan,
  slices: readonly Slice[],
  rows: readonly BillableUsage[],
  times: readonly UseTime[],
): PricedLine[] {
  const [first] = rows
  const days = rows.reduce((sum, row) => sum + row.days, 0)
  const quantity = rows.reduce((sum, row) => sum + row.quantity, 0n)
  if (!first || (quantity === 0n && days === 0)) return []
  const { unit, meterId, direction } = first
  const used = rows.flatMap((row) => {
    const slice = slices[row.slice]
    return slice ? [{ slice, quantity: row.quantity, days: row.days, ...byPeriodOf(slice, row, times) }] : []
  })
  const use = { from, before, days, unit, per: UNITS_PER_RATE[unit], slices: used, exported: direction === 'export' }
  const estimated = rows.some((row) => row.estimated !== 0n)
  return priceUse(tariff, use).map((line) => ({
    ...line,
    meterId,
    estimated: estimated && (line.kind === 'energy' || line.kind === 'export'),
  }))
}

function byPeriodOf({ price }: Slice, row: BillableUsage, times: readonly UseTime[]) {
  if (price.kind !== 'time_of_use') return {}
  const own = times.filter(({ slice, meterId }) => slice === row.slice && meterId === row.meterId)
  return { byPeriod: quantityByPeriod(price, own) }
}

/** The daily charge of a tariff whose sessions are priced one by one. */
function standingOf({ tariff, from, before }: TariffSpan, [usage]: readonly BillableUsage[]): TariffLine[] {
  return priceUse(tariff, { from, before, days: usage?.days ?? 0, unit: 'Wh', per: 1000, slices: [] })
}
