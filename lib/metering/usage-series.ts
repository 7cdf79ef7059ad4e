import { type Grant, inScope, subjectOf } from '#lib/access/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import type { Unit, Utility } from './schema.ts'

/** What one meter, or all charging sessions together, used over time. */
export interface UsageSeries {
  /** Null for charging sessions, which belong to no meter. */
  readonly meterId: string | null
  readonly utility: Utility
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
}

interface Row extends Omit<UsageSeries, 'points'> {
  readonly day: string
  readonly quantity: bigint
}

/** Use between two days (the second not counted), step by step, in one statement. */
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
      SELECT m.id AS "meterId", m.utility, m.unit, m.serial, p.name AS place,
             to_char(date_trunc(${step}, d.day::timestamp), 'YYYY-MM-DD') AS day, sum(d.quantity)::bigint AS quantity
      FROM usage_day d
      JOIN meter m ON m.id = d.meter_id
      JOIN supply_point p ON p.id = m.supply_point_id
      WHERE d.brand = ${brand} AND d.subject_id = ${subject}::uuid AND d.day >= ${from}::date AND d.day < ${before}::date
      GROUP BY 1, 2, 3, 4, 5, 6
      UNION ALL
      SELECT NULL, 'charging', 'Wh', NULL, NULL,
             to_char(date_trunc(${step}, started_at AT TIME ZONE ${zone}), 'YYYY-MM-DD'), sum(energy_wh)::bigint
      FROM charging_session
      WHERE brand = ${brand} AND subject_id = ${subject}::uuid
        AND started_at >= ${from}::timestamp AT TIME ZONE ${zone}
        AND started_at < ${before}::timestamp AT TIME ZONE ${zone}
      GROUP BY 6
      ORDER BY 2, 1, 6`,
  )
  return gather(rows)
}

function gather(rows: readonly Row[]): UsageSeries[] {
  const series = new Map<string, Omit<UsageSeries, 'points'> & { points: UsagePoint[] }>()
  for (const { day, quantity, ...source } of rows) {
    const key = source.meterId ?? source.utility
    const held = series.get(key) ?? { ...source, points: [] }
    held.points.push({ day, quantity })
    series.set(key, held)
  }
  return [...series.values()]
}
