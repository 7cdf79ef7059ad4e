import type { Grant } from '#lib/access/index.ts'
import { monthStart } from '#lib/platform/calendar/index.ts'
import { type UsageSeries, usageSeries } from './usage-series.ts'

/**
 * Use day by day in one month, for each meter and for charging.
 * @param month as `2026-10`
 */
export function usageByDay(
  grant: Grant<'usage:view' | 'bills:view' | 'overview:view'>,
  { month }: { month: string },
): Promise<UsageSeries[]> {
  return usageSeries(grant, 'day', { from: `${month}-01`, before: monthStart(`${month}-01`, 1) })
}
