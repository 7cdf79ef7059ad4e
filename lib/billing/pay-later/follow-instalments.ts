import type { Grant } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { addDays } from '#lib/platform/calendar/index.ts'
import type { Tx } from '#lib/platform/database/index.ts'
import { arrangementMoved } from '../events.ts'
import { type Instalment, nextInstalment } from './instalments.ts'

interface Followed {
  readonly brand: string
  readonly billId: string
  /** By the books. */
  readonly openMinor: bigint
  readonly today: string
}

interface Terms {
  /** The due date, or the day until which it was extended. */
  readonly promised: string
  readonly arrangementId: string | null
  readonly amountMinor: bigint
  readonly instalments: readonly Instalment[]
}

/**
 * The day by which something of a bill is to be paid. Brings its arrangement to its end on the way: kept once all is
 * paid, broken once an instalment is not there after the brand's days of grace.
 */
export async function followInstalments(tx: Tx, grant: Grant, bill: Followed): Promise<string> {
  const { promised, arrangementId, amountMinor, instalments } = await readTerms(tx, bill.billId)
  if (!arrangementId) return promised
  const next = bill.openMinor > 0n ? nextInstalment(instalments, amountMinor - bill.openMinor) : null
  if (next && addDays(next.dueOn, graceDays(bill.brand)) >= bill.today) return next.dueOn
  const state = next ? 'broken' : 'kept'
  await tx.arrangement.update({ where: { id: arrangementId }, data: { state }, select: { id: true } })
  await audit.record(tx, grant, arrangementMoved(arrangementId, state))
  return promised
}

async function readTerms(tx: Tx, billId: string): Promise<Terms> {
  const rows = await tx.$queryRaw<(Omit<Terms, 'instalments'> & { dueOn: string | null; partMinor: bigint })[]>`
    SELECT coalesce(x.until, b.due_on)::text AS promised, a.id AS "arrangementId", a.amount_minor AS "amountMinor",
           i.due_on::text AS "dueOn", i.amount_minor AS "partMinor"
    FROM bill b
    LEFT JOIN bill_extension x ON x.bill_id = b.id
    LEFT JOIN arrangement a ON a.bill_id = b.id AND a.state = 'active'
    LEFT JOIN instalment i ON i.arrangement_id = a.id
    WHERE b.id = ${billId}::uuid ORDER BY i.position`
  const [first] = rows
  if (!first) throw new Error('there is no such bill')
  const instalments = rows.flatMap(({ dueOn, partMinor }) => (dueOn ? [{ dueOn, amountMinor: partMinor }] : []))
  return { ...first, instalments }
}

function graceDays(brand: string): number {
  return getManifest(brand).payLater.arrangement?.graceDays ?? 0
}
