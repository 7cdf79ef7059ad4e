import { type Grant, inScope, subjectOf } from '#lib/access/index.ts'
import { type PricedLine, priceRead, readForPricing } from '#lib/billing/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { type UsageSeries, usageBetween } from '#lib/metering/index.ts'
import { addDays, localDay, monthStart } from '#lib/platform/calendar/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { type ExpectedUse, expectUse } from './expect-use.ts'

/** What the bill of the current month may come to; amounts with VAT, in minor units. */
export interface BillForecast {
  readonly periodStart: string
  readonly periodEnd: string
  readonly currency: string
  readonly expectedMinor: bigint
  /** Four of five bills come to something between these. */
  readonly leastMinor: bigint
  readonly mostMinor: bigint
  /** What has been used until now costs so much already. */
  readonly soFarMinor: bigint
  /** The last day that is known of all meters. */
  readonly knownUntil: string | null
}

/** Of a normal distribution, eight of ten lie within so many deviations. */
const EIGHTY_PERCENT = 1.2816
/** Days that the past of a meter is looked at: a year, and the weeks that tell its season. */
const PAST_DAYS = 430
const CHARGING_DAYS = 56
const WHOLE = 0.985

/**
 * Forecasts the bill of the current month: what was measured, and for the days that are left what is to be expected of
 * each meter, by the tariffs of the bill. Null where nothing can be said: no use, or too few days of it.
 */
export async function forecastBill(grant: Grant<'usage:view'>): Promise<BillForecast | null> {
  const { brand } = grant
  const { tariffs, zone, currencies } = getManifest(brand)
  const today = localDay(clock.now(), zone)
  const period = { periodStart: monthStart(today), periodEnd: monthStart(today, 1) }
  const standard = tariffs.filter(({ optional }) => !optional)
  const of = { brand, subjectId: subjectOf(grant), zone }
  return inScope(grant, async (tx) => {
    const series = await usageBetween(grant, { from: addDays(today, -PAST_DAYS), before: addDays(today, 1) })
    const read = await readForPricing(tx, of, standard, period)
    const charging = standard.filter(({ utility }) => utility === 'charging')
    const window = { periodStart: addDays(today, -CHARGING_DAYS), periodEnd: today }
    const sessions = series.find(({ meterId }) => meterId === null)
    const past = sessions ? priceRead(await readForPricing(tx, of, charging, window)) : []
    const futures = new Map(series.flatMap((one) => futureOf(one, today, period.periodEnd) ?? []))
    if (futures.size === 0) return null
    const priced = (deviations: number) =>
      priceRead(read, (row, slice) => {
        const future = row.meterId === null ? undefined : futures.get(row.meterId)
        return future ? future.quantityIn(slice, deviations) : row.quantity
      })
    const rest = sessions ? restOfCharging(sessions, past, futures.get(null)) : { expected: 0, deviation: 0 }
    const [low, middle, high] = [priced(-EIGHTY_PERCENT), priced(0), priced(EIGHTY_PERCENT)]
    const spread = [spreadOf(middle, low), spreadOf(high, middle)].map((meters) =>
      Math.hypot(...meters, rest.deviation * EIGHTY_PERCENT),
    )
    const expected = Number(grossOf(middle)) + rest.expected
    const soFarMinor = grossOf(priceRead(read))
    // What is used is not unused again: where nothing is fed in, a bill comes to no less than it does already.
    const least = Math.max(expected - (spread[0] ?? 0), Math.min(Number(soFarMinor), expected))
    return {
      ...period,
      currency: currencies[0] ?? '',
      expectedMinor: BigInt(Math.round(expected)),
      leastMinor: BigInt(Math.max(0, Math.round(least))),
      mostMinor: BigInt(Math.round(expected + (spread[1] ?? 0))),
      soFarMinor,
      knownUntil: [...futures.values()].map(({ knownUntil }) => knownUntil).toSorted()[0] ?? null,
    }
  })
}

interface Future extends ExpectedUse {
  readonly knownUntil: string
  /** What a slice comes to: what is known of its days, and its part of what is expected. */
  quantityIn(slice: { readonly from: string; readonly before: string }, deviations: number): bigint
}

/** What is known of a meter until its last whole day, and expected from then on; null where too little is known. */
function futureOf(
  series: UsageSeries,
  today: string,
  before: string,
): readonly (readonly [string | null, Future])[] | null {
  const whole = series.points.filter(({ day, covered }) => covered >= WHOLE && day < today)
  // Days without a charging session are days of no use; of a meter they are unknown.
  const knownUntil = series.meterId === null ? addDays(today, -1) : whole.at(-1)?.day
  const first = series.points[0]?.day
  if (knownUntil === undefined || first === undefined) return null
  const history = new Map(whole.map(({ day, quantity }) => [day, Number(quantity)]))
  if (series.meterId === null)
    for (let day = first; day < today; day = addDays(day, 1)) if (!history.has(day)) history.set(day, 0)
  const from = addDays(knownUntil, 1)
  const use = expectUse(history, { from, before })
  if (!use) return null
  const days = Math.max(1, dayCount(from, before))
  const quantityIn: Future['quantityIn'] = (slice, deviations) => {
    const known = series.points
      .filter(({ day }) => day >= slice.from && day < slice.before && day <= knownUntil)
      .reduce((sum, { quantity }) => sum + quantity, 0n)
    const [, begin = from] = [slice.from, from].toSorted()
    const share = Math.max(0, dayCount(begin, slice.before)) / days
    const rest = Math.max(0, use.expected + deviations * use.deviation)
    return known + BigInt(Math.round(rest * share))
  }
  return [[series.meterId, { ...use, knownUntil, quantityIn }]]
}

/** What the charging of the days that are left may cost, at what a unit cost in the last weeks. */
function restOfCharging(sessions: UsageSeries, past: readonly PricedLine[], future: Future | undefined): ExpectedUse {
  const used = past.filter(({ kind }) => kind === 'energy').reduce((sum, { quantity }) => sum + quantity, 0n)
  if (!future || used === 0n || sessions.points.length === 0) return { expected: 0, deviation: 0 }
  const price = Number(grossOf(past.filter(({ kind }) => kind !== 'standing'))) / Number(used)
  return { expected: future.expected * price, deviation: future.deviation * price }
}

/** How much each meter's cost differs between two forecasts. */
function spreadOf(more: readonly PricedLine[], less: readonly PricedLine[]): number[] {
  const meters = new Set(more.map(({ meterId }) => meterId))
  const costOf = (lines: readonly PricedLine[], meter: string | null) =>
    Number(grossOf(lines.filter(({ meterId }) => meterId === meter)))
  return [...meters].map((meter) => costOf(more, meter) - costOf(less, meter))
}

function grossOf(lines: readonly PricedLine[]): bigint {
  return lines.reduce((sum, { netMinor, vatMinor }) => sum + netMinor + vatMinor, 0n)
}

function dayCount(from: string, before: string): number {
  return Math.round((Date.parse(before) - Date.parse(from)) / 86_400_000)
}
