import { sha256 } from '#lib/platform/crypto/index.ts'
import type { Tx } from '#lib/platform/database/index.ts'
import { judgeRecords, type KnownRecord } from './judge-records.ts'
import type { MeterRef, StoreOutcome } from './meter.ts'

/** One interval that a meter measured, as its sender names it. Quantities are in the meter's own unit. */
export interface ReadingRow {
  /** The sender's id of the record; sending it again changes nothing. */
  readonly senderId: string
  readonly startedAt: Date
  readonly endedAt: Date
  readonly quantity: bigint
  readonly quality?: string
  readonly registerFrom?: bigint
  readonly registerTo?: bigint
}

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
 * Stores readings of any number of the brand's meters in two statements, however many rows: the rows with the sums by
 * day in the supply point's zone, then the ones that were there before. `endedAt` after `startedAt` is the caller's to see to.
 * @returns what became of each row, in their order
 */
export async function storeReadingsOfMeters(
  tx: Tx,
  brand: string,
  records: readonly { readonly meter: MeterRef; readonly row: ReadingRow }[],
): Promise<StoreOutcome[]> {
  if (records.length === 0) return []
  const hashed = records.map(({ meter, row }) => ({ senderId: row.senderId, hash: contentHash(meter, row) }))
  const column = (pick: (record: (typeof records)[number]) => string) => records.map(pick)
  // Ordered by meter and time, so that two batches lock the same rows in the same order.
  const stored = await tx.$queryRaw<KnownRecord[]>`
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
        ${hashed.map(({ senderId }) => senderId)}::text[],
        ${hashed.map(({ hash }) => hash)}::text[]
      ) WITH ORDINALITY AS t (subject_id, meter_id, zone, started_at, ended_at, quantity, quality, register_from,
                              register_to, sender_id, hash, place)
    ), stored AS (
      INSERT INTO reading (brand, subject_id, meter_id, started_at, ended_at, quantity, quality, register_from,
                           register_to, sender_id, content_hash)
      SELECT ${brand}, subject_id, meter_id, started_at, ended_at, quantity, quality, nullif(register_from, '')::bigint,
             nullif(register_to, '')::bigint, sender_id, decode(hash, 'hex')
      FROM input ORDER BY meter_id, started_at, place
      ON CONFLICT DO NOTHING
      RETURNING subject_id, meter_id, started_at, quantity, sender_id, content_hash
    ), zones AS (
      SELECT DISTINCT meter_id, zone FROM input
    ), days AS (
      INSERT INTO usage_day AS d (brand, subject_id, meter_id, day, quantity, readings)
      SELECT ${brand}, s.subject_id, s.meter_id, (s.started_at AT TIME ZONE z.zone)::date, sum(s.quantity), count(*)
      FROM stored s JOIN zones z USING (meter_id)
      GROUP BY 2, 3, 4 ORDER BY 3, 4
      ON CONFLICT (brand, subject_id, meter_id, day)
        DO UPDATE SET quantity = d.quantity + excluded.quantity, readings = d.readings + excluded.readings
    )
    SELECT sender_id AS "senderId", encode(content_hash, 'hex') AS hash FROM stored`
  return judgeRecords(hashed, stored, (senderIds) => knownReadings(tx, brand, senderIds))
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
