import { type Grant, inScope, subjectOf } from '#lib/access/index.ts'
import { priceByTariffs } from '#lib/billing/index.ts'
import { getManifest, type Tariff } from '#lib/brands/index.ts'
import { localDay, monthStart } from '#lib/platform/calendar/index.ts'
import { clock } from '#lib/platform/clock.ts'

/** What the use of a year costs by one tariff, with VAT. */
export interface ComparedTariff {
  readonly key: string
  readonly optional: boolean
  readonly totalMinor: bigint
}

/** The tariffs of one utility for the same use. */
export interface TariffComparison {
  readonly utility: Tariff['utility']
  readonly currency: string
  readonly from: string
  readonly before: string
  /** The cheapest first. */
  readonly tariffs: readonly ComparedTariff[]
}

/**
 * What the last twelve whole months of the person's own readings would cost by each tariff as it is today, for utilities
 * in which there is a choice; nothing for those that were not used.
 */
export async function compareTariffs(grant: Grant<'usage:view'>): Promise<TariffComparison[]> {
  const { brand } = grant
  const { tariffs, zone } = getManifest(brand)
  const today = localDay(clock.now(), zone)
  const [from, before] = [monthStart(today, -12), monthStart(today)]
  const chosen = new Set(tariffs.filter(({ optional }) => optional).map(({ utility }) => utility))
  // As they are today, also for days when they were not there yet.
  const present = [...Map.groupBy(tariffs, ({ key }) => key).values()].flatMap((versions) => {
    const held = versions
      .filter(({ validFrom }) => validFrom <= today)
      .toSorted(byDay)
      .at(-1)
    return held && chosen.has(held.utility) ? [{ ...held, validFrom: from }] : []
  })
  if (present.length === 0) return []
  const of = { brand, subjectId: subjectOf(grant), zone }
  const lines = await inScope(grant, (tx) => priceByTariffs(tx, of, present, { periodStart: from, periodEnd: before }))
  return [...chosen].flatMap((utility) => {
    const own = present.filter((tariff) => tariff.utility === utility)
    const used = lines.some((line) => line.utility === utility && line.kind === 'energy' && line.quantity > 0n)
    const [first] = own
    if (!first || !used) return []
    const compared = own.map(({ key, optional }) => ({
      key,
      optional,
      totalMinor: lines
        .filter(({ tariff }) => tariff === key)
        .reduce((sum, { netMinor, vatMinor }) => sum + netMinor + vatMinor, 0n),
    }))
    return [{ utility, currency: first.currency, from, before, tariffs: compared.toSorted(byTotal) }]
  })
}

function byDay(a: Tariff, b: Tariff): number {
  return a.validFrom < b.validFrom ? -1 : 1
}

function byTotal(a: ComparedTariff, b: ComparedTariff): number {
  return a.totalMinor < b.totalMinor ? -1 : 1
}
