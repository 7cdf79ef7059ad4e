import { type Grant, inScope, systemGrant } from '#lib/access/index.ts'
import { BRAND_KEYS, getManifest } from '#lib/brands/index.ts'
import { localDay, startOfDay } from '#lib/platform/calendar/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { log } from '#lib/platform/log.ts'
import { holdPeriod, issuePeriod } from './issue-period.ts'
import { openPeriods } from './open-periods.ts'
import type { Period } from './period-of.ts'

const AT_ONCE = 200

/** How many bills were made, and how many people's periods are held back. */
export interface IssuedPeriods {
  readonly issued: number
  readonly held: number
}

/**
 * Bills each brand's finished periods, each person once, however often and at how many places it runs: after the days for
 * late readings, from estimates where something is missing. Who has a bill of these days already, even one that was taken
 * back, is left alone; who is held back is looked at again the next day.
 */
export async function issuePeriods(grant: Grant<'bills:issue'>): Promise<IssuedPeriods> {
  const sums = { issued: 0, held: 0 }
  for (const brand of BRAND_KEYS) {
    for (const period of await inScope(grant, (tx) => openPeriods(tx, brand))) {
      for (let after: string | null = null; ; ) {
        const people: string[] = await findUnbilled(grant, { brand, period, after })
        for (const subject of people) {
          const outcome = await issueOne(brand, subject, period)
          if (outcome === 'issued' || outcome === 'held') sums[outcome] += 1
        }
        after = people.at(-1) ?? null
        if (people.length < AT_ONCE) break
      }
    }
  }
  return sums
}

/** Each in a transaction of its own: what is wrong with one person's bill holds back nobody else's. */
async function issueOne(brand: string, subject: string, period: Period) {
  const own = systemGrant('job:bills.issue', 'bills:issue', { brand, subject })
  try {
    return await issuePeriod(own, period)
  } catch (fault) {
    log.error({ brand, period: period.periodStart, fault }, 'the bill of a period could not be made')
    await holdPeriod(own, period, 'fault')
    return 'held'
  }
}

interface Wanted {
  readonly brand: string
  readonly period: Period
  readonly after: string | null
}

/** People with meters or charging in a period that has no bill yet and was not looked at today. */
async function findUnbilled(grant: Grant, { brand, period, after }: Wanted): Promise<string[]> {
  const { zone } = getManifest(brand)
  const { periodStart, periodEnd } = period
  const [from, before] = [startOfDay(periodStart, zone), startOfDay(periodEnd, zone)]
  const today = startOfDay(localDay(clock.now(), zone), zone)
  const rows = await inScope(
    grant,
    (tx) => tx.$queryRaw<{ id: string }[]>`
      SELECT a.id FROM account a
      WHERE a.brand = ${brand} AND a.state IN ('active', 'closing') AND (${after}::uuid IS NULL OR a.id > ${after}::uuid)
        AND NOT EXISTS (
          SELECT 1 FROM period_outcome o
          WHERE o.brand = a.brand AND o.subject_id = a.id AND o.period_start = ${periodStart}::date
            AND (o.outcome = 'issued' OR o.looked_at >= ${today}))
        AND NOT EXISTS (
          SELECT 1 FROM bill b
          WHERE b.brand = a.brand AND b.subject_id = a.id AND b.kind = 'usage'
            AND b.period_start < ${periodEnd}::date AND b.period_end > ${periodStart}::date)
        AND (EXISTS (
          SELECT 1 FROM meter m WHERE m.brand = a.brand AND m.subject_id = a.id
            AND m.installed_at < ${before} AND (m.removed_at IS NULL OR m.removed_at > ${from})
        ) OR EXISTS (
          SELECT 1 FROM charging_session s WHERE s.brand = a.brand AND s.subject_id = a.id
            AND s.started_at >= ${from} AND s.started_at < ${before}))
      ORDER BY a.id LIMIT ${AT_ONCE}`,
  )
  return rows.map(({ id }) => id)
}
