import { sha256 } from '#lib/platform/crypto/index.ts'
import type { Tx } from '#lib/platform/database/index.ts'
import { judgeRecords, type KnownRecord } from './judge-records.ts'
import type { MeterRef, StoreOutcome } from './meter.ts'
import type { MeterReading, ReadingRow } from './meter-reading.ts'
import { overlapping } from './place-rows.ts'
import { replaceEstimates } from './replace-estimates.ts'

/**
 * Stores readings of one meter and adds them to the days they belong to, in the caller's transaction.
 * @returns what became of each row, in their order
 */
export function storeReadings(tx: Tx, meter: MeterRef, rows: readonly ReadingRow[]): Promise<StoreOutcome[]> {
  return storeReadingsOfMeters(
    tx,
    meter.brand,
    rows.map((row) => ({ meter, row })),
  )
}

/**
 * Stores readings of any number of the brand's meters in few statements, however many rows: the rows with the sums by day
 * in the supply point's zone, then the ones that were there before. A reading takes the place of an estimate; what lies
 * over another reading is refused. Use over several days is shared out by time. `endedAt` after `startedAt` is the
 * caller's to see to.
 * @returns what became of each row, in their order
 */
export async function storeReadingsOfMeters(
  tx: Tx,
  brand: string,
  records: readonly MeterReading[],
): Promise<StoreOutcome[]> {
  if (records.length === 0) return []
  const hashed = new Map(
    records.map((record) => [record, { senderId: record.row.senderId, hash: contentHash(record.meter, record.row) }]),
  )
  const refused = overlapping(records)
  const placed = records.filter((record) => !refused.has(record))
  const left = await replaceEstimates(tx, brand, placed)
  const rows = [...placed, ...left].map((record) => ({
    ...record,
    hash: hashed.get(record)?.hash ?? contentHash(record.meter, record.row),
  }))
  const stored = await insertReadings(tx, brand, rows)
  return judgeRecords([...hashed.values()], stored, (senderIds) => knownReadings(tx, brand, senderIds))
}

function insertReadings(
  tx: Tx,
  brand: string,
  rows: readonly (MeterReading & { readonly hash: string })[],
): Promise<KnownRecord[]> {
  const column = (pick: (record: (typeof rows)[number]) => string) => rows.map(pick)
  // Ordered by meter and time, so that two batches lock the same rows in the same order.
  return tx.$queryRaw<KnownRecord[]>`
    WITH input AS MATERIALIZED (
      SELECT * FROM unnest(
        ${column(({ meter }) => meter.subjectId)}::uuid[],
        ${column(({ meter }) => meter.id)}::uuid[],
        ${column(({ meter }) => meter.zone)}::text[],
        ${column(({ row }) => row.startedAt.toISOString())}::timestamptz[],
        ${column(({ row }) => row.endedAt.toISOString())}::timestamptz[],
        ${column(({ row }) => String(row.quantity))}::bigint[],
        ${column(({ row }) => row.quality ?? 'actual')}::text[],
        ${column(({ row }) => String(row.registerFrom ?? ''))}::text[],
        ${column(({ row }) => String(row.registerTo ?? ''))}::text[],
        ${column(({ row }) => row.senderId)}::text[],
        ${column(({ hash }) => hash)}::text[]
      ) WITH ORDINALITY AS t (subject_id, meter_id, zone, started_at, ended_at, quantity, quality, register_from,
                              register_to, sender_id, hash, place)
    ), stored AS (
      INSERT INTO reading (brand, subject_id, meter_id, started_at, ended_at, quantity, quality, register_from,
                           register_to, sender_id, content_hash)
      SELECT ${brand}, i.subject_id, i.meter_id, i.started_at, i.ended_at, i.quantity, i.quality,
             nullif(i.register_from, '')::bigint, nullif(i.register_to, '')::bigint, i.sender_id, decode(i.hash, 'hex')
      FROM input i
      -- Readings do not lie over each other, so the last one that begins before the end tells.
      LEFT JOIN LATERAL (
        SELECT r.started_at, r.ended_at FROM reading r
        WHERE r.brand = ${brand} AND r.subject_id = i.subject_id AND r.meter_id = i.meter_id
          AND r.started_at < i.ended_at
        ORDER BY r.started_at DESC LIMIT 1
      ) before ON true
      WHERE before.started_at IS NULL OR before.ended_at <= i.started_at OR before.started_at = i.started_at
      ORDER BY i.meter_id, i.started_at, i.place
      ON CONFLICT DO NOTHING
      RETURNING subject_id, meter_id, started_at, ended_at, quantity, quality, sender_id, content_hash
    ), zones AS (
      SELECT DISTINCT meter_id, zone FROM input
    ), local AS (
      SELECT s.*, z.zone, (s.started_at AT TIME ZONE z.zone)::date AS first,
             ((s.ended_at - interval '1 millisecond') AT TIME ZONE z.zone)::date AS last
      FROM stored s JOIN zones z USING (meter_id)
    ), parts AS (
      SELECT subject_id, meter_id, first AS day, quantity AS part, extract(epoch FROM ended_at - started_at) AS seconds,
             quality, 1 AS readings
      FROM local WHERE first = last
      UNION ALL
      SELECT l.subject_id, l.meter_id, d.day, d.part, d.seconds, l.quality, (d.day = l.first)::int
      FROM local l CROSS JOIN LATERAL days_of_reading(l.started_at, l.ended_at, l.quantity, l.zone) d
      WHERE l.first <> l.last
    ), days AS (
      INSERT INTO usage_day AS d (brand, subject_id, meter_id, day, quantity, readings, estimated, seconds)
      SELECT ${brand}, subject_id, meter_id, day, sum(part), sum(readings),
             coalesce(sum(part) FILTER (WHERE quality = 'estimated'), 0), sum(seconds)
      FROM parts
      GROUP BY 2, 3, 4 ORDER BY 3, 4
      ON CONFLICT (brand, subject_id, meter_id, day)
        DO UPDATE SET quantity = d.quantity + excluded.quantity, readings = d.readings + excluded.readings,
          estimated = d.estimated + excluded.estimated, seconds = d.seconds + excluded.seconds
    )
    SELECT sender_id AS "senderId", encode(content_hash, 'hex') AS hash FROM stored`
}

function knownReadings(tx: Tx, brand: string, senderIds: readonly string[]): Promise<KnownRecord[]> {
  return tx.$queryRaw`
    SELECT sender_id AS "senderId", encode(content_hash, 'hex') AS hash FROM reading
    WHERE brand = ${brand} AND sender_id = ANY(${senderIds}::text[])`
}

function contentHash(meter: MeterRef, row: ReadingRow): string {
  const { startedAt, endedAt, quantity, quality = 'actual', registerFrom, registerTo } = row
  const content = [
    meter.id,
    startedAt.toISOString(),
    endedAt.toISOString(),
    quantity,
    quality,
    registerFrom,
    registerTo,
  ]
  return sha256(content.map((part) => String(part ?? '')).join('\n')).toString('hex')
}
