import { v7 as uuid } from 'uuid'
import { sha256 } from '#lib/platform/crypto/index.ts'
import type { Tx } from '#lib/platform/database/index.ts'
import { judgeRecords, type KnownRecord } from './judge-records.ts'
import type { StoreOutcome } from './meter.ts'

/** One charging session as its sender names it. */
export interface ChargingSessionRow {
  /** The sender's id of the record; sending it again changes nothing. */
  readonly senderId: string
  readonly subjectId: string
  readonly deviceId?: string
  readonly startedAt: Date
  readonly endedAt: Date
  readonly energyWh: bigint
  /** What the sender says it cost, in the currency's minor unit. */
  readonly costMinor?: bigint
  readonly currency?: string
  readonly station?: string
}

/**
 * Stores charging sessions of any number of the brand's people in two statements, however many rows, in the caller's
 * transaction.
 * @returns what became of each row, in their order; a session is refused only where its sender's id was used before
 */
export async function storeChargingSessions(
  tx: Tx,
  brand: string,
  rows: readonly ChargingSessionRow[],
): Promise<StoreOutcome[]> {
  if (rows.length === 0) return []
  const hashed = rows.map((row) => ({ senderId: row.senderId, hash: contentHash(row) }))
  const column = (pick: (row: ChargingSessionRow) => string) => rows.map(pick)
  const stored = await tx.$queryRaw<KnownRecord[]>`
    INSERT INTO charging_session (id, brand, subject_id, device_id, started_at, ended_at, energy_wh, cost_minor, currency,
                                  station, sender_id, content_hash)
    SELECT id, ${brand}, subject_id, nullif(device_id, '')::uuid, started_at, ended_at, energy_wh,
           nullif(cost_minor, '')::bigint, nullif(currency, ''), nullif(station, ''), sender_id, decode(hash, 'hex')
    FROM unnest(
      ${column(() => uuid())}::uuid[],
      ${column((row) => row.subjectId)}::uuid[],
      ${column((row) => row.deviceId ?? '')}::text[],
      ${column((row) => row.startedAt.toISOString())}::timestamptz[],
      ${column((row) => row.endedAt.toISOString())}::timestamptz[],
      ${column((row) => String(row.energyWh))}::bigint[],
      ${column((row) => String(row.costMinor ?? ''))}::text[],
      ${column((row) => row.currency ?? '')}::text[],
      ${column((row) => row.station ?? '')}::text[],
      ${hashed.map(({ senderId }) => senderId)}::text[],
      ${hashed.map(({ hash }) => hash)}::text[]
    ) WITH ORDINALITY AS t (id, subject_id, device_id, started_at, ended_at, energy_wh, cost_minor, currency,
                            station, sender_id, hash, place)
    ORDER BY sender_id, place
    ON CONFLICT (brand, sender_id) DO NOTHING
    RETURNING sender_id AS "senderId", encode(content_hash, 'hex') AS hash`
  return judgeRecords(hashed, stored, (senderIds) => knownSessions(tx, brand, senderIds))
}

function knownSessions(tx: Tx, brand: string, senderIds: readonly string[]): Promise<KnownRecord[]> {
  return tx.$queryRaw`
    SELECT sender_id AS "senderId", encode(content_hash, 'hex') AS hash FROM charging_session
    WHERE brand = ${brand} AND sender_id = ANY(${senderIds}::text[])`
}

function contentHash(row: ChargingSessionRow): string {
  const { subjectId, deviceId, startedAt, endedAt, energyWh, costMinor, currency, station } = row
  const times = [startedAt.toISOString(), endedAt.toISOString()]
  const content = [subjectId, deviceId, ...times, energyWh, costMinor, currency, station]
  return sha256(content.map((part) => String(part ?? '')).join('\n')).toString('hex')
}
