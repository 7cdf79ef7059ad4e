import { getManifest } from '#lib/brands/index.ts'
import { addDays, localDay } from '#lib/platform/calendar/index.ts'
import { clock } from '#lib/platform/clock.ts'
import type { Tx } from '#lib/platform/database/index.ts'
import { type Period, periodOf } from './period-of.ts'

/** After so many days nobody is looked for any more who was not billed for a period. */
const DAYS_OPEN = 92

/** The last period that is over and has had its days for late readings. */
function lastReady(brand: string): Period {
  const { billing, zone } = getManifest(brand)
  return before(addDays(localDay(clock.now(), zone), -billing.waitDays), billing.months)
}

/** The last period that is over, whether or not late readings may still come. */
export function lastEnded(brand: string): Period {
  const { billing, zone } = getManifest(brand)
  return before(localDay(clock.now(), zone), billing.months)
}

/** The period before the one in which a day lies. */
function before(day: string, months: number): Period {
  return periodOf(addDays(periodOf(day, months).periodStart, -1), months)
}

/**
 * The periods of a brand that are to be billed now, the oldest first. The first time it is asked, nothing is: what ended
 * before the portal began to bill by itself was billed elsewhere. A period that nobody asked for in time is caught up.
 */
export async function openPeriods(tx: Tx, brand: string): Promise<Period[]> {
  const { months } = getManifest(brand).billing
  const last = lastReady(brand)
  const [known] = await tx.$queryRaw<{ until: string | null }[]>`
    SELECT max(period_end)::text AS until FROM billing_period WHERE brand = ${brand}`
  if (!known?.until) {
    await addPeriod(tx, brand, lastEnded(brand), 'before')
    return []
  }
  for (let until = known.until; until < last.periodEnd; ) {
    const next = { periodStart: until, periodEnd: periodOf(until, months).periodEnd }
    await addPeriod(tx, brand, next, 'open')
    until = next.periodEnd
  }
  await tx.$executeRaw`
    UPDATE billing_period SET state = 'done'
    WHERE brand = ${brand} AND state = 'open' AND period_end < ${addDays(last.periodEnd, -DAYS_OPEN)}::date`
  return tx.$queryRaw<Period[]>`
    SELECT period_start::text AS "periodStart", period_end::text AS "periodEnd" FROM billing_period
    WHERE brand = ${brand} AND state = 'open' AND period_end <= ${last.periodEnd}::date ORDER BY period_start`
}

async function addPeriod(tx: Tx, brand: string, { periodStart, periodEnd }: Period, state: 'before' | 'open') {
  await tx.$executeRaw`
    INSERT INTO billing_period (brand, period_start, period_end, state)
    VALUES (${brand}, ${periodStart}::date, ${periodEnd}::date, ${state}) ON CONFLICT DO NOTHING`
}
