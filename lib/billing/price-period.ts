import { getManifest } from '#lib/brands/index.ts'
import type { Tx } from '#lib/platform/database/index.ts'
import {
  type PlainSession,
  type PriceSlice,
  pricedBySession,
  priceSessions,
  priceUse,
  type TariffLine,
  vatByTotal,
} from '#lib/tariffs/index.ts'
import type { Tariff } from '#lib/tariffs/schema.ts'
import { type PricedLine, type PricingContext, priceMeter, UNMETERED } from './price-meter.ts'
import { type BillableUsage, readSessions, readUsage, readUseTimes, slicesOf, type UsageOf } from './read-usage.ts'
import { type TariffSpan, tariffSpans } from './tariff-spans.ts'

/** Days of which the last is not counted. */
interface Days {
  readonly periodStart: string
  readonly periodEnd: string
}

type Slice = ReturnType<typeof slicesOf>[number]

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
  readonly context: PricingContext
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

/** The daily charge of a tariff whose sessions are priced one by one. */
function standingOf({ tariff, from, before }: TariffSpan, [usage]: readonly BillableUsage[]): TariffLine[] {
  return priceUse(tariff, { from, before, days: usage?.days ?? 0, unit: 'Wh', per: 1000, slices: [] })
}
