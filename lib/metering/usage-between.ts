import type { Grant } from '#lib/access/index.ts'
import { type UsageSeries, usageSeries } from './usage-series.ts'

/** Use day by day between two days, the second not counted, for each meter and for charging. */
export function usageBetween(
  grant: Grant<'usage:view' | 'bills:view' | 'overview:view'>,
  days: { readonly from: string; readonly before: string },
): Promise<UsageSeries[]> {
  return usageSeries(grant, 'day', days)
}
