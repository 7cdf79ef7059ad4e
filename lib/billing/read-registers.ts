import type { Tx } from '#lib/platform/database/index.ts'

/** What a meter's register showed at the beginning and at the end of some days; nothing for a meter that has none. */
export interface Registers {
  readonly registerFrom: bigint | null
  readonly registerTo: bigint | null
}

interface MeteredDays {
  readonly kind: string
  readonly meterId: string | null
  readonly startsOn: string
  readonly endsOn: string
}

/**
 * The register readings that bound each line, in the order of the lines and in one statement: the first and the last of
 * those readings that began within its days, in the premises' zone. Of several lines for one meter and the same days, as
 * bands make them, the first has them.
 */
export async function readRegisters(
  tx: Tx,
  of: { brand: string; subjectId: string },
  lines: readonly MeteredDays[],
): Promise<Registers[]> {
  const seen = new Set<string>()
  const meters = lines.map(({ kind, meterId, startsOn, endsOn }) => {
    const key = `${meterId} ${startsOn} ${endsOn}`
    if (kind !== 'energy' || seen.has(key)) return null
    seen.add(key)
    return meterId
  })
  if (meters.every((meter) => meter === null)) return lines.map(() => ({ registerFrom: null, registerTo: null }))
  return tx.$queryRaw<Registers[]>`
    SELECT low.register_from AS "registerFrom", high.register_to AS "registerTo"
    FROM unnest(
      ${meters}::uuid[],
      ${lines.map(({ startsOn }) => startsOn)}::date[],
      ${lines.map(({ endsOn }) => endsOn)}::date[]
    ) WITH ORDINALITY AS line (meter_id, starts_on, ends_on, place)
    LEFT JOIN meter m ON m.id = line.meter_id
    LEFT JOIN supply_point p ON p.id = m.supply_point_id
    LEFT JOIN LATERAL (
      SELECT register_from FROM reading r
      WHERE r.brand = ${of.brand} AND r.subject_id = ${of.subjectId}::uuid AND r.meter_id = m.id
        AND r.started_at >= line.starts_on::timestamp AT TIME ZONE p.zone
        AND r.started_at < line.ends_on::timestamp AT TIME ZONE p.zone
      ORDER BY r.started_at LIMIT 1
    ) low ON true
    LEFT JOIN LATERAL (
      SELECT register_to FROM reading r
      WHERE r.brand = ${of.brand} AND r.subject_id = ${of.subjectId}::uuid AND r.meter_id = m.id
        AND r.started_at >= line.starts_on::timestamp AT TIME ZONE p.zone
        AND r.started_at < line.ends_on::timestamp AT TIME ZONE p.zone
      ORDER BY r.started_at DESC LIMIT 1
    ) high ON true
    ORDER BY line.place`
}
