import { Prisma, type Tx } from '#lib/platform/database/index.ts'
import type { Direction, MeteredUtility, Unit } from '../schema.ts'

/** Runs a reading of rows in a transaction: always the same one, or one of its own each time. */
export type Reads = <T>(read: (tx: Tx) => Promise<T>) => Promise<T>

/** Readings that begin in this time; without it all. */
export interface Period {
  readonly from: Date
  readonly before: Date
}

export interface FeedMeter {
  readonly id: string
  readonly utility: MeteredUtility
  readonly unit: Unit
  readonly direction: Direction
  readonly zone: string
  /** How long its newest reading took. */
  readonly intervalSeconds: number | null
  /** Whether what its register showed is known. */
  readonly hasRegister: boolean
}

export interface FeedReading {
  readonly startedAt: Date
  readonly endedAt: Date
  readonly quantity: bigint
  readonly quality: string
  readonly registerFrom: bigint | null
  readonly registerTo: bigint | null
  /** Where the meter is, when it began. */
  readonly day: string
}

const BATCH = 2_000

/** The person's meters, those that were taken away as well. */
export async function feedMeters(tx: Tx, of: { brand: string; subject: string }): Promise<FeedMeter[]> {
  return tx.$queryRaw<FeedMeter[]>`
    SELECT m.id, m.utility, m.unit, m.direction, p.zone,
           extract(epoch FROM r.ended_at - r.started_at)::float AS "intervalSeconds",
           EXISTS (SELECT FROM reading s WHERE s.brand = m.brand AND s.subject_id = m.subject_id AND s.meter_id = m.id
             AND s.register_to IS NOT NULL) AS "hasRegister"
    FROM meter m
    JOIN supply_point p ON p.id = m.supply_point_id
    LEFT JOIN LATERAL (
      SELECT started_at, ended_at FROM reading
      WHERE brand = m.brand AND subject_id = m.subject_id AND meter_id = m.id
      ORDER BY started_at DESC LIMIT 1
    ) r ON true
    WHERE m.brand = ${of.brand} AND m.subject_id = ${of.subject}::uuid
    ORDER BY m.installed_at, m.id`
}

/** A meter's readings, oldest first, each day together; a batch is all that is held of them. */
export async function* readingsByDay(
  reads: Reads,
  of: { brand: string; subject: string; meter: FeedMeter; period: Period | null },
): AsyncGenerator<FeedReading[]> {
  let day: FeedReading[] = []
  let after: Date | null = null
  for (;;) {
    const rows: FeedReading[] = await reads((tx) => batchAfter(tx, of, after))
    for (const row of rows) {
      if (day[0] && day[0].day !== row.day) {
        yield day
        day = []
      }
      day.push(row)
    }
    after = rows.at(-1)?.startedAt ?? null
    if (rows.length < BATCH) break
  }
  if (day.length > 0) yield day
}

function batchAfter(
  tx: Tx,
  { brand, subject, meter, period }: { brand: string; subject: string; meter: FeedMeter; period: Period | null },
  after: Date | null,
) {
  return tx.$queryRaw<FeedReading[]>`
    SELECT started_at AS "startedAt", ended_at AS "endedAt", quantity, quality,
           register_from AS "registerFrom", register_to AS "registerTo",
           to_char(started_at AT TIME ZONE ${meter.zone}, 'YYYY-MM-DD') AS day
    FROM reading
    WHERE brand = ${brand} AND subject_id = ${subject}::uuid AND meter_id = ${meter.id}::uuid
      ${period ? Prisma.sql`AND started_at >= ${period.from} AND started_at < ${period.before}` : Prisma.empty}
      ${after ? Prisma.sql`AND started_at > ${after}` : Prisma.empty}
    ORDER BY started_at LIMIT ${BATCH}`
}
