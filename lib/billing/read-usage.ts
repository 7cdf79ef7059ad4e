import type { Unit } from '#lib/metering/schema.ts'
import { Prisma, type Tx } from '#lib/platform/database/index.ts'
import type { PlainSession, UseAt } from '#lib/tariffs/index.ts'
import type { TariffSpan } from './tariff-spans.ts'

/** What was used in one slice of a tariff's days, by one meter or by charging. */
export interface BillableUsage {
  /** The place of the slice in the list that was asked for. */
  readonly slice: number
  readonly meterId: string | null
  readonly direction: 'import' | 'export'
  readonly quantity: bigint
  /** How much of it is an estimate that no reading has replaced. */
  readonly estimated: bigint
  /** In which the quantity is counted. */
  readonly unit: Unit
  /** Days for which the meter was there. */
  readonly days: number
}

export interface UsageOf {
  readonly brand: string
  readonly subjectId: string
  /** The brand's zone, by which charging sessions belong to days. */
  readonly zone: string
}

/** Days of a utility, the last of which is not counted. */
export interface UtilityDays {
  readonly utility: string
  readonly from: string
  readonly before: string
}

/** The slices of all spans, in their order. */
export function slicesOf(spans: readonly TariffSpan[]) {
  return spans.flatMap((span) => span.slices.map((slice) => ({ ...slice, span, utility: span.tariff.utility })))
}

/**
 * Use by slice and meter, in one statement. A meter counts from its installation or its first reading, whichever is
 * earlier, until its removal; charging counts where there was a session.
 */
export function readUsage(tx: Tx, of: UsageOf, slices: readonly UtilityDays[]): Promise<BillableUsage[]> {
  return tx.$queryRaw`
    WITH slice AS (${sliceTable(slices)}), metered AS (
      SELECT s.slice, s."from", s.before, m.id, m.unit, m.direction, coalesce(sum(d.quantity), 0)::bigint AS quantity,
             coalesce(sum(d.estimated), 0)::bigint AS estimated,
             least((m.installed_at AT TIME ZONE p.zone)::date, min(d.day)) AS since,
             (m.removed_at AT TIME ZONE p.zone)::date AS until
      FROM slice s
      JOIN meter m ON m.utility = s.utility AND m.brand = ${of.brand} AND m.subject_id = ${of.subjectId}::uuid
      JOIN supply_point p ON p.id = m.supply_point_id
      LEFT JOIN usage_day d ON d.brand = m.brand AND d.subject_id = m.subject_id AND d.meter_id = m.id
        AND d.day >= s."from" AND d.day < s.before
      GROUP BY s.slice, s."from", s.before, m.id, m.unit, m.direction, p.zone
    )
    SELECT slice, id AS "meterId", direction, quantity, estimated, unit,
           greatest(0, least(before, coalesce(until, before)) - greatest("from", since))::int AS days
    FROM metered
    UNION ALL
    SELECT s.slice, NULL, 'import', sum(c.energy_wh)::bigint, 0, 'Wh', (s.before - s."from")::int
    FROM slice s
    JOIN charging_session c ON ${sessionIn(of)}
    WHERE s.utility = 'charging'
    GROUP BY s.slice, s.before, s."from"
    ORDER BY 2, 1`
}

/** When within the week the meters of these slices measured what, by the clock of the premises. */
export function readUseTimes(
  tx: Tx,
  of: UsageOf,
  slices: readonly UtilityDays[],
): Promise<(UseAt & { slice: number; meterId: string })[]> {
  return tx.$queryRaw`
    SELECT s.slice, m.id AS "meterId", extract(isodow FROM t.at)::int - 1 AS "weekDay",
           extract(month FROM t.at)::int AS month,
           (extract(hour FROM t.at) * 60 + extract(minute FROM t.at))::int AS minute,
           extract(epoch FROM r.ended_at - r.started_at)::int AS seconds, sum(r.quantity)::bigint AS quantity
    FROM (${sliceTable(slices)}) s
    JOIN meter m ON m.utility = s.utility AND m.brand = ${of.brand} AND m.subject_id = ${of.subjectId}::uuid
    JOIN supply_point p ON p.id = m.supply_point_id
    JOIN reading r ON r.brand = m.brand AND r.subject_id = m.subject_id AND r.meter_id = m.id
      AND r.started_at >= s."from"::timestamp AT TIME ZONE p.zone
      AND r.started_at < s.before::timestamp AT TIME ZONE p.zone
    CROSS JOIN LATERAL (SELECT r.started_at AT TIME ZONE p.zone AS at) t
    GROUP BY 1, 2, 3, 4, 5, 6`
}

/** The charging sessions that began in these slices. */
export function readSessions(
  tx: Tx,
  of: UsageOf,
  slices: readonly UtilityDays[],
): Promise<(PlainSession & { slice: number; id: string; receivedAt: Date })[]> {
  return tx.$queryRaw`
    SELECT s.slice, c.id, c.received_at AS "receivedAt", c.started_at AS "startedAt", c.ended_at AS "endedAt", c.energy_wh AS "energyWh"
    FROM (${sliceTable(slices)}) s
    JOIN charging_session c ON ${sessionIn(of)}
    WHERE s.utility = 'charging'
    ORDER BY c.started_at, c.id`
}

function sliceTable(slices: readonly UtilityDays[]): Prisma.Sql {
  return Prisma.sql`SELECT place::int - 1 AS slice, utility, "from", before FROM unnest(
    ${slices.map(({ utility }) => utility)}::text[],
    ${slices.map(({ from }) => from)}::date[],
    ${slices.map(({ before }) => before)}::date[]
  ) WITH ORDINALITY AS t (utility, "from", before, place)`
}

function sessionIn({ brand, subjectId, zone }: UsageOf): Prisma.Sql {
  return Prisma.sql`c.brand = ${brand} AND c.subject_id = ${subjectId}::uuid
    AND c.started_at >= s."from"::timestamp AT TIME ZONE ${zone}
    AND c.started_at < s.before::timestamp AT TIME ZONE ${zone}`
}
