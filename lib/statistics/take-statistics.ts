import { type Grant, inScope } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { BRAND_KEYS, getManifest } from '#lib/brands/index.ts'
import { localDay, monthStart, startOfDay } from '#lib/platform/calendar/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { Prisma, type Tx } from '#lib/platform/database/index.ts'

/** A figure is of so many people at least. */
const FEWEST = 10
/** What is left beside the two largest shares is at least so much of the largest (the p% rule, with p = 10). */
const LEAST_REST_PERCENT = 10
/** Months that are over and may still be missing: what arrives late is counted, what was taken stays. */
const MONTHS_BACK = 3

/**
 * Takes the figures of the months that are over, each once and never again: what is erased later changes none, so no two
 * of them can be subtracted. Left out is a figure of fewer than ten people, and one in which the second largest share
 * could work out the largest; people are rounded down to fives and amounts to two digits.
 */
export async function takeStatistics(grant: Grant<'statistics:take'>): Promise<void> {
  for (const brand of BRAND_KEYS) {
    const { zone } = getManifest(brand)
    const present = monthStart(localDay(clock.now(), zone))
    for (let back = 1; back <= MONTHS_BACK; back += 1) {
      const month = monthStart(present, -back)
      const [from, before] = [startOfDay(month, zone), startOfDay(monthStart(month, 1), zone)]
      await inScope(grant, async (tx) => {
        const taken = await take(tx, { brand, month, from, before })
        const event = { name: 'statistics.taken', target: month, detail: { of: brand, figures: taken } } as const
        if (taken > 0) await audit.record(tx, grant, event)
      })
    }
  }
}

interface Span {
  readonly brand: string
  readonly month: string
  readonly from: Date
  readonly before: Date
}

/** What each person has a share in: (measure, subject_id, amount). */
function shares({ brand, from, before }: Span): Prisma.Sql {
  return Prisma.sql`
    SELECT 'records:' || category AS measure, subject_id, count(*) AS amount FROM data_record
      WHERE brand = ${brand} AND occurred_at >= ${from} AND occurred_at < ${before} GROUP BY 1, 2
    UNION ALL
    SELECT 'charging_sessions', subject_id, count(*) FROM charging_session
      WHERE brand = ${brand} AND started_at >= ${from} AND started_at < ${before} GROUP BY 2
    UNION ALL
    SELECT 'charging_wh', subject_id, sum(energy_wh) FROM charging_session
      WHERE brand = ${brand} AND started_at >= ${from} AND started_at < ${before} GROUP BY 2
    UNION ALL
    SELECT 'use:' || m.utility, r.subject_id, sum(r.quantity) FROM reading r JOIN meter m ON m.id = r.meter_id
      WHERE r.brand = ${brand} AND r.started_at >= ${from} AND r.started_at < ${before} GROUP BY 1, 2`
}

function take(tx: Tx, span: Span): Promise<number> {
  return tx.$executeRaw`
    INSERT INTO statistic (brand, month, measure, people, amount, taken_at)
    SELECT ${span.brand}, ${span.month}::date, measure, (people / 5) * 5, round(total, 2 - length(total::text)), ${clock.now()}
    FROM (
      SELECT measure, count(*)::int AS people, sum(amount)::numeric AS total,
             coalesce((array_agg(amount ORDER BY amount DESC))[1], 0)::numeric AS largest,
             coalesce((array_agg(amount ORDER BY amount DESC))[2], 0)::numeric AS second
      FROM (${shares(span)}) AS s WHERE amount > 0 GROUP BY measure
    ) AS g
    WHERE people >= ${FEWEST} AND (total - largest - second) * 100 >= largest * ${LEAST_REST_PERCENT}
    ON CONFLICT DO NOTHING`
}
