import { type Grant, inScope, subjectOf } from '#lib/access/index.ts'
import type { Direction, MeteredUtility, Unit } from './schema.ts'

/** A meter as the person it belongs to sees it. */
export interface MeterView {
  readonly id: string
  readonly serial: string
  readonly utility: MeteredUtility
  readonly unit: Unit
  readonly direction: Direction
  readonly place: string
  readonly zone: string
  readonly installedAt: Date
  readonly lastReadingAt: Date | null
  /** How long the newest reading took: what is usual for the meter. */
  readonly lastReadingSeconds: number | null
  readonly lastRegister: bigint | null
}

/** The person's meters in use, each with the end of its newest reading. A person has few; there is no paging. */
export async function listMeters(grant: Grant<'usage:view' | 'bills:view' | 'overview:view'>): Promise<MeterView[]> {
  return inScope(
    grant,
    (tx) => tx.$queryRaw<MeterView[]>`
      SELECT m.id, m.serial, m.utility, m.unit, m.direction, p.name AS place, p.zone, m.installed_at AS "installedAt",
             r.ended_at AS "lastReadingAt",
             extract(epoch FROM r.ended_at - r.started_at)::float AS "lastReadingSeconds", r.register_to AS "lastRegister"
      FROM meter m
      JOIN supply_point p ON p.id = m.supply_point_id
      LEFT JOIN LATERAL (
        SELECT started_at, ended_at, register_to FROM reading
        WHERE brand = m.brand AND subject_id = m.subject_id AND meter_id = m.id
        ORDER BY started_at DESC LIMIT 1
      ) r ON true
      WHERE m.brand = ${grant.brand} AND m.subject_id = ${subjectOf(grant)}::uuid AND m.removed_at IS NULL
      ORDER BY m.utility, m.installed_at, m.id
      LIMIT 200`,
  )
}
