import { getManifest } from '#lib/brands/index.ts'
import { addDays, localDay } from '#lib/platform/calendar/index.ts'
import { clock } from '#lib/platform/clock.ts'
import type { BillDays } from './lifecycle.ts'

/** Today where the brand is at home, and the last day that counts as near for its bills. */
export function billDays(brand: string): BillDays {
  const { zone, arrears } = getManifest(brand)
  const today = localDay(clock.now(), zone)
  return { today, dueUntil: addDays(today, arrears.dueWithinDays) }
}
