import type { Grant } from '#lib/access/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { localDay, monthStart } from '#lib/platform/calendar/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { type UsageSeries, usageSeries } from './usage-series.ts'

/** Use month by month: the current month and so many before it, for each meter and for charging. */
export function usageByMonth(
  grant: Grant<'usage:view' | 'bills:view' | 'overview:view'>,
  { monthsBack }: { monthsBack: number },
): Promise<UsageSeries[]> {
  const today = localDay(clock.now(), getManifest(grant.brand).zone)
  return usageSeries(grant, 'month', { from: monthStart(today, -monthsBack), before: monthStart(today, 1) })
}
