import { type Grant, inScope, subjectOf } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { startOfDay } from '#lib/platform/calendar/index.ts'
import { clock } from '#lib/platform/clock.ts'
import type { Locale } from '#lib/platform/i18n/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { energyUsageDownloaded } from '../events.ts'
import type { EnergyUsageQuery } from '../schema.ts'
import { energyUsageFeed } from './energy-usage-feed.ts'
import type { Reads } from './read-intervals.ts'

/**
 * The person's own use as Green Button, of one year (by the brand's calendar) or everything; recorded each time. It is
 * read in many short transactions, because whoever downloads slowly must not keep one open.
 * @throws Refusal `metering.no_meters`
 */
export async function openEnergyUsage(
  grant: Grant<'exports:download'>,
  { year, locale }: EnergyUsageQuery & { readonly locale: Locale },
): Promise<{ readonly fileName: string; readonly content: AsyncGenerator<string> }> {
  const { brand } = grant
  const { zone } = getManifest(brand)
  const of = {
    brand,
    subject: subjectOf(grant),
    locale,
    generatedAt: clock.now(),
    ...(year
      ? { period: { from: startOfDay(`${year}-01-01`, zone), before: startOfDay(`${year + 1}-01-01`, zone) } }
      : {}),
  }
  const reads: Reads = (read) => inScope(grant, read)
  const content = await energyUsageFeed(reads, of)
  if (!content) throw new Refusal('metering.no_meters')
  await inScope(grant, (tx) => audit.record(tx, grant, energyUsageDownloaded(year ? String(year) : 'all')))
  return { fileName: `energy-usage-${year ?? 'all'}.xml`, content }
}
