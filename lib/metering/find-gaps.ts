import type { Tx } from '#lib/platform/database/index.ts'
import type { MeterRef } from './meter.ts'

/** A time for which a meter that should have counted has no reading, and what it measured in the weeks around it. */
export interface MeterGap {
  readonly meter: MeterRef
  readonly from: Date
  readonly until: Date
  /** What was read and not estimated around it, in the meter's unit, and in how many seconds. */
  readonly readQuantity: bigint
  readonly readSeconds: bigint
}

/** So many days before the days asked for say what a meter uses. */
const WEEKS_BEFORE = 56

/**
 * Where a person's meters have no reading in some days, each in its supply point's own zone: electricity, gas, water and
 * heat; where events are counted, no reading is no event. A meter counts from its installation, or from its first reading
 * where that came later, until its removal.
 * @param before the first day that does not belong to them
 */
export async function findGaps(
  tx: Tx,
  { brand, subjectId }: { readonly brand: string; readonly subjectId: string },
  { from, before }: { readonly from: string; readonly before: string },
): Promise<MeterGap[]> {
  const rows = await tx.$queryRaw<(Omit<MeterGap, 'meter'> & { id: string; zone: string })[]>`
    WITH counted AS (
      SELECT m.id, p.zone, (${from}::date - ${WEEKS_BEFORE}::int)::timestamp AT TIME ZONE p.zone AS since,
             greatest(${from}::date::timestamp AT TIME ZONE p.zone, m.installed_at, (
               SELECT min(started_at) FROM reading
               WHERE brand = m.brand AND subject_id = m.subject_id AND meter_id = m.id)) AS begins,
             least(${before}::date::timestamp AT TIME ZONE p.zone, m.removed_at) AS ends
      FROM meter m JOIN supply_point p ON p.id = m.supply_point_id
      WHERE m.brand = ${brand} AND m.subject_id = ${subjectId}::uuid AND m.utility IN ('electricity', 'gas', 'water', 'heat')
    ), missing AS (
      SELECT c.id, c.zone, c.since, c.ends, unnest(tstzmultirange(tstzrange(c.begins, c.ends)) - coalesce((
        SELECT range_agg(tstzrange(started_at, ended_at)) FROM reading
        WHERE brand = ${brand} AND subject_id = ${subjectId}::uuid AND meter_id = c.id
          AND started_at < c.ends AND ended_at > c.begins
      ), '{}')) AS span
      FROM counted c WHERE c.begins < c.ends
    )
    SELECT g.id, g.zone, lower(g.span) AS from, upper(g.span) AS until, k.quantity AS "readQuantity",
           k.seconds AS "readSeconds"
    FROM missing g CROSS JOIN LATERAL (
      SELECT coalesce(sum(quantity), 0)::bigint AS quantity,
             coalesce(sum(extract(epoch FROM ended_at - started_at)), 0)::bigint AS seconds
      FROM reading WHERE brand = ${brand} AND subject_id = ${subjectId}::uuid AND meter_id = g.id
        AND quality <> 'estimated' AND started_at >= g.since AND ended_at <= g.ends
    ) k ORDER BY g.id, g.span`
  return rows.map(({ id, zone, ...gap }) => ({ ...gap, meter: { id, brand, subjectId, zone } }))
}
