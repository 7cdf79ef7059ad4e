import type { Tx } from '#lib/platform/database/index.ts'
import type { MeterRef } from './meter.ts'
import type { MeteredUtility, Unit } from './schema.ts'

/** A meter by the number on it, with what storing its readings needs. */
export interface KnownMeter extends MeterRef {
  readonly serial: string
  readonly utility: MeteredUtility
  readonly unit: Unit
  readonly registerLimit: bigint | null
}

/** The brand's meters of these numbers, in one statement; unknown numbers are absent from the map. */
export async function findMeters(tx: Tx, brand: string, serials: readonly string[]): Promise<Map<string, KnownMeter>> {
  const rows = await tx.$queryRaw<KnownMeter[]>`
    SELECT m.id, m.brand, m.subject_id AS "subjectId", m.serial, m.utility, m.unit, p.zone,
           m.register_limit AS "registerLimit"
    FROM meter m JOIN supply_point p ON p.id = m.supply_point_id
    WHERE m.brand = ${brand} AND m.serial = ANY(${[...new Set(serials)]}::text[]) AND m.removed_at IS NULL`
  return new Map(rows.map((row) => [row.serial, row]))
}
