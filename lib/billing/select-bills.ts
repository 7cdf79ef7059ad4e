import { type Grant, subjectOf } from '#lib/access/index.ts'
import { Prisma, type Tx } from '#lib/platform/database/index.ts'
import { billDays } from './bill-days.ts'
import type { BillSummary } from './bill-view.ts'
import { standingOn } from './lifecycle.ts'
import { type BillStanding, PAYABLE_STATES } from './schema.ts'

type Row = Omit<BillSummary, 'standing' | 'paidMinor'>

/**
 * Issued bills of the grant's person with what is still open of each, folded from the ledger, in one statement.
 * @param rest conditions, order and limit on `bill b`
 * @param beside further columns, to be told with each
 */
export async function selectBills<Beside = unknown>(
  tx: Tx,
  grant: Grant,
  rest: Prisma.Sql,
  beside: Prisma.Sql = Prisma.empty,
): Promise<(BillSummary & Beside)[]> {
  const rows = await tx.$queryRaw<(Row & Beside)[]>`
    SELECT b.id, b.number, b.state, b.currency, b.period_start::text AS "periodStart", b.period_end::text AS "periodEnd",
           b.issued_on::text AS "issuedOn", b.due_on::text AS "dueOn", b.payable_on::text AS "payableOn", b.net_minor AS "netMinor",
           b.vat_minor AS "vatMinor", b.total_minor AS "totalMinor", e.open AS "openMinor",
           e.credit AS "creditMinor", l.utilities ${beside}
    FROM bill b
    CROSS JOIN LATERAL (
      SELECT coalesce(sum(amount_minor) FILTER (WHERE account = 'receivable'), 0)::bigint AS open,
             coalesce(-sum(amount_minor) FILTER (WHERE account = 'customer_credit'), 0)::bigint AS credit
      FROM ledger_entry WHERE bill_id = b.id AND brand = b.brand
    ) e
    CROSS JOIN LATERAL (
      SELECT coalesce(array_agg(DISTINCT utility ORDER BY utility), '{}') AS utilities FROM bill_line WHERE bill_id = b.id
    ) l
    WHERE b.brand = ${grant.brand} AND b.subject_id = ${subjectOf(grant)}::uuid AND b.state <> 'draft' ${rest}`
  const days = billDays(grant.brand)
  return rows.map((row) => ({
    ...row,
    standing: shown(standingOn(row, days), row),
    paidMinor: row.totalMinor - row.openMinor,
  }))
}

/** Nobody paid a bill below zero: it credits its person. */
function shown(standing: BillStanding, { totalMinor }: Row): BillStanding {
  return standing === 'paid' && totalMinor < 0n ? 'credited' : standing
}

export const OPEN_STATES = Prisma.sql`(${Prisma.join([...PAYABLE_STATES])})`
