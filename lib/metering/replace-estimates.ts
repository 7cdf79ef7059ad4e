import type { Tx } from '#lib/platform/database/index.ts'
import { isEstimate, type MeterReading } from './meter-reading.ts'

interface Estimate {
  readonly meterId: string
  readonly startedAt: Date
  readonly endedAt: Date
  readonly quantity: bigint
  readonly senderId: string
}

/**
 * Makes room for readings: estimates that they lie over go, and out of the sums by day too. What such an estimate says of
 * a time that nothing was read for stays, as its part by time.
 * @returns what stays, to be stored with the readings
 */
export async function replaceEstimates(
  tx: Tx,
  brand: string,
  records: readonly MeterReading[],
): Promise<MeterReading[]> {
  const read = records.filter(({ row }) => !isEstimate(row))
  const meters = [...new Set(read.map(({ meter }) => meter.id))]
  if (meters.length === 0) return []
  // Asked first, since there hardly ever are any.
  const estimated = await tx.$queryRaw<{ id: string }[]>`
    SELECT m.id FROM unnest(${meters}::uuid[]) AS m (id) JOIN meter USING (id)
    WHERE EXISTS (SELECT FROM reading r WHERE r.brand = ${brand} AND r.subject_id = meter.subject_id
      AND r.meter_id = m.id AND r.quality = 'estimated')`
  const affected = new Set(estimated.map(({ id }) => id))
  const found = await takeOut(
    tx,
    brand,
    read.filter(({ meter }) => affected.has(meter.id)),
  )
  return found.flatMap((estimate) => remainders(estimate, read))
}

function takeOut(tx: Tx, brand: string, read: readonly MeterReading[]): Promise<Estimate[]> {
  if (read.length === 0) return Promise.resolve([])
  return tx.$queryRaw<Estimate[]>`
    WITH input AS MATERIALIZED (
      SELECT * FROM unnest(
        ${read.map(({ meter }) => meter.subjectId)}::uuid[],
        ${read.map(({ meter }) => meter.id)}::uuid[],
        ${read.map(({ meter }) => meter.zone)}::text[],
        ${read.map(({ row }) => row.startedAt.toISOString())}::timestamptz[],
        ${read.map(({ row }) => row.endedAt.toISOString())}::timestamptz[]
      ) AS t (subject_id, meter_id, zone, started_at, ended_at)
    ), gone AS (
      DELETE FROM reading r USING input i
      WHERE r.brand = ${brand} AND r.subject_id = i.subject_id AND r.meter_id = i.meter_id AND r.quality = 'estimated'
        AND r.started_at < i.ended_at AND r.ended_at > i.started_at
      RETURNING r.subject_id, r.meter_id, r.started_at, r.ended_at, r.quantity, r.sender_id, i.zone
    ), days AS (
      UPDATE usage_day u
      SET quantity = u.quantity - d.part, estimated = u.estimated - d.part, readings = u.readings - d.readings,
          seconds = u.seconds - d.seconds
      FROM (
        SELECT g.subject_id, g.meter_id, p.day, sum(p.part)::bigint AS part, sum(p.seconds)::bigint AS seconds,
               count(*) FILTER (WHERE p.day = (g.started_at AT TIME ZONE g.zone)::date)::int AS readings
        FROM gone g CROSS JOIN LATERAL days_of_reading(g.started_at, g.ended_at, g.quantity, g.zone) p
        GROUP BY 1, 2, 3
      ) d
      WHERE u.brand = ${brand} AND u.subject_id = d.subject_id AND u.meter_id = d.meter_id AND u.day = d.day
    )
    SELECT meter_id AS "meterId", started_at AS "startedAt", ended_at AS "endedAt", quantity, sender_id AS "senderId"
    FROM gone`
}

/** The parts of an estimate before, between and after what was read. */
function remainders(estimate: Estimate, read: readonly MeterReading[]): MeterReading[] {
  const own = read
    .filter(({ meter, row }) => meter.id === estimate.meterId && row.startedAt < estimate.endedAt)
    .filter(({ row }) => row.endedAt > estimate.startedAt)
    .toSorted((a, b) => a.row.startedAt.getTime() - b.row.startedAt.getTime())
  const meter = own[0]?.meter
  if (!meter) return []
  const [begin, end] = [estimate.startedAt.getTime(), estimate.endedAt.getTime()]
  const share = (at: number) => (estimate.quantity * BigInt(at - begin)) / BigInt(end - begin)
  const edges = [begin, ...own.flatMap(({ row }) => [row.startedAt.getTime(), row.endedAt.getTime()]), end]
  const parts: MeterReading[] = []
  for (let at = 0; at < edges.length; at += 2) {
    const [from = end, until = end] = [edges[at], edges[at + 1]]
    if (from >= until) continue
    parts.push({
      meter,
      row: {
        senderId: `${estimate.senderId}@${new Date(from).toISOString()}`,
        startedAt: new Date(from),
        endedAt: new Date(until),
        quantity: share(until) - share(from),
        quality: 'estimated',
      },
    })
  }
  return parts
}
