import { type Grant, inScope, subjectOf } from '#lib/access/index.ts'
import { gatherSeries, type UsageSeries } from './usage-series.ts'

const MOST_HOURS = 25

/**
 * Use hour by hour in one day of the premises, which has 23 or 25 hours where clocks change; `day` of a point is the
 * moment at which its hour begins. Readings of more than an hour do not tell when in the day anything was used, and are
 * left out.
 * @param day as `2026-10-25`
 */
export async function usageByHour(grant: Grant<'usage:view'>, { day }: { day: string }): Promise<UsageSeries[]> {
  const rows = await inScope(
    grant,
    (tx) => tx.$queryRaw<Parameters<typeof gatherSeries>[0]>`
      SELECT m.id AS "meterId", m.utility, m.direction, m.unit, m.serial, p.name AS place,
             to_char((e.begun + h.hour * interval '1 hour') AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS day,
             h.quantity, h.estimated, h.covered
      FROM meter o
      JOIN meter m ON m.id = coalesce(o.replaced_by_id, o.id)
      JOIN supply_point p ON p.id = m.supply_point_id
      CROSS JOIN LATERAL (
        SELECT ${day}::timestamp AT TIME ZONE p.zone AS begun,
               (${day}::timestamp + interval '1 day') AT TIME ZONE p.zone AS over
      ) e
      CROSS JOIN LATERAL (
        SELECT floor(extract(epoch FROM r.started_at - e.begun) / 3600)::int AS hour, sum(r.quantity)::bigint AS quantity,
               coalesce(sum(r.quantity) FILTER (WHERE r.quality = 'estimated'), 0)::bigint AS estimated,
               (sum(extract(epoch FROM r.ended_at - r.started_at)) / 3600)::float AS covered
        FROM reading r
        WHERE r.brand = o.brand AND r.subject_id = o.subject_id AND r.meter_id = o.id
          AND r.started_at >= e.begun AND r.started_at < e.over AND r.ended_at - r.started_at <= interval '1 hour'
        GROUP BY 1 ORDER BY 1 LIMIT ${MOST_HOURS}
      ) h
      WHERE o.brand = ${grant.brand} AND o.subject_id = ${subjectOf(grant)}::uuid
      ORDER BY m.utility, m.id, h.hour`,
  )
  return gatherSeries(rows)
}
