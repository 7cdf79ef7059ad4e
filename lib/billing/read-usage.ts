import type { Unit } from '#lib/metering/schema.ts'
import type { Tx } from '#lib/platform/database/index.ts'
import type { TariffSpan } from './tariff-spans.ts'

/** What was used while one tariff held, by one meter or by charging. */
export interface BillableUsage {
  /** The place of the span in the list that was asked for. */
  readonly span: number
  readonly meterId: string | null
  readonly quantity: bigint
  /** In which the quantity is counted. */
  readonly unit: Unit
  /** Days for which the meter was there. */
  readonly days: number
}

export interface UsageOf {
  readonly brand: string
  readonly subject: string
  /** The brand's zone, by which charging sessions belong to days. */
  readonly zone: string
}

/**
 * Use by tariff span and meter, in one statement. A meter counts from its installation or its first reading, whichever
 * is earlier, until its removal; charging counts where there was a session.
 */
export function readUsage(tx: Tx, of: UsageOf, spans: readonly TariffSpan[]): Promise<BillableUsage[]> {
  return tx.$queryRaw`
    WITH span AS (
      SELECT place::int - 1 AS span, utility, "from", before FROM unnest(
        ${spans.map(({ tariff }) => tariff.utility)}::text[],
        ${spans.map(({ from }) => from)}::date[],
        ${spans.map(({ before }) => before)}::date[]
      ) WITH ORDINALITY AS t (utility, "from", before, place)
    ), metered AS (
      SELECT s.span, s."from", s.before, m.id, m.unit, coalesce(sum(d.quantity), 0)::bigint AS quantity,
             least((m.installed_at AT TIME ZONE p.zone)::date, min(d.day)) AS since,
             (m.removed_at AT TIME ZONE p.zone)::date AS until
      FROM span s
      JOIN meter m ON m.utility = s.utility AND m.brand = ${of.brand} AND m.subject_id = ${of.subject}::uuid
      JOIN supply_point p ON p.id = m.supply_point_id
      LEFT JOIN usage_day d ON d.brand = m.brand AND d.subject_id = m.subject_id AND d.meter_id = m.id
        AND d.day >= s."from" AND d.day < s.before
      GROUP BY s.span, s."from", s.before, m.id, m.unit, p.zone
    )
    SELECT span, id AS "meterId", quantity, unit,
           greatest(0, least(before, coalesce(until, before)) - greatest("from", since))::int AS days
    FROM metered
    UNION ALL
    SELECT s.span, NULL, sum(c.energy_wh)::bigint, 'Wh', (s.before - s."from")::int
    FROM span s
    JOIN charging_session c ON c.brand = ${of.brand} AND c.subject_id = ${of.subject}::uuid
      AND c.started_at >= s."from"::timestamp AT TIME ZONE ${of.zone}
      AND c.started_at < s.before::timestamp AT TIME ZONE ${of.zone}
    WHERE s.utility = 'charging'
    GROUP BY s.span, s.before, s."from"
    ORDER BY 1, 2`
}
