import { type Grant, inScope, subjectOf } from '#lib/access/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import type { Direction, Unit, Utility } from './schema.ts'

/** What one meter with those it replaced, or all charging sessions together, used over time. */
export interface UsageSeries {
  /** Null for charging sessions, which belong to no meter. */
  readonly meterId: string | null
  readonly utility: Utility
  readonly direction: Direction
  readonly unit: Unit
  readonly serial: string | null
  readonly place: string | null
  /** Oldest first; steps without use are absent. */
  readonly points: readonly UsagePoint[]
}

export interface UsagePoint {
  /** The first day of the step: a day, or the first of a month. */
  readonly day: string
  readonly quantity: bigint
  /** How much of it is an estimate that nobody has read yet. */
  readonly estimated: bigint
  /** How much of the step's time was measured, of 1. */
  readonly covered: number
}

interface Row extends Omit<UsageSeries, 'points'>, UsagePoint {}

/**
 * Use between two days (the second not counted), step by step, in one statement, from sums by day that are kept up to
 * date with the readings: a year costs little more than a month, and the number of readings does not matter.
 */
export async function usageSeries(
  grant: Grant<'usage:view' | 'bills:view' | 'overview:view'>,
  step: 'day' | 'month',
  { from, before }: { from: string; before: string },
): Promise<UsageSeries[]> {
  const { brand } = grant
  const subject = subjectOf(grant)
  const { zone } = getManifest(brand)
  const rows = await inScope(
    grant,
    (tx) => tx.$queryRaw<Row[]>`
      SELECT s."meterId", m.utility, m.direction, m.unit, m.serial, p.name AS place, to_char(s.step, 'YYYY-MM-DD') AS day,
             s.quantity, s.estimated,
             least(1, s.seconds / extract(epoch FROM (s.step + ${`1 ${step}`}::interval) AT TIME ZONE p.zone
                                                     - s.step AT TIME ZONE p.zone))::float AS covered
      FROM (
        SELECT coalesce(o.replaced_by_id, o.id) AS "meterId", date_trunc(${step}, d.day::timestamp) AS step,
               sum(d.quantity)::bigint AS quantity, sum(d.estimated)::bigint AS estimated, sum(d.seconds) AS seconds
        FROM usage_day d JOIN meter o ON o.id = d.meter_id
        WHERE d.brand = ${brand} AND d.subject_id = ${subject}::uuid AND d.day >= ${from}::date AND d.day < ${before}::date
        GROUP BY 1, 2
      ) s
      JOIN meter m ON m.id = s."meterId"
      JOIN supply_point p ON p.id = m.supply_point_id
      UNION ALL
      SELECT NULL, 'charging', 'import', 'Wh', NULL, NULL,
             to_char(date_trunc(${step}, started_at AT TIME ZONE ${zone}), 'YYYY-MM-DD'), sum(energy_wh)::bigint, 0, 1
      FROM charging_session
      WHERE brand = ${brand} AND subject_id = ${subject}::uuid
        AND started_at >= ${from}::timestamp AT TIME ZONE ${zone}
        AND started_at < ${before}::timestamp AT TIME ZONE ${zone}
      GROUP BY 7
      ORDER BY 2, 1, 7`,
  )
  return gatherSeries(rows)
}

/** Rows of several meters as a series for each. */
export function gatherSeries(rows: readonly Row[]): UsageSeries[] {
  const series = new Map<string, Omit<UsageSeries, 'points'> & { points: UsagePoint[] }>()
  for (const { day, quantity, estimated, covered, ...source } of rows) {
    const key = source.meterId ?? source.utility
    const held = series.get(key) ?? { ...source, points: [] }
    held.points.push({ day, quantity, estimated, covered })
    series.set(key, held)
  }
  return [...series.values()]
}
