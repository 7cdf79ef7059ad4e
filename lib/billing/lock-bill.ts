import type { Grant } from '#lib/access/index.ts'
import { lockBooks } from '#lib/ledger/index.ts'
import type { Tx } from '#lib/platform/database/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import type { BillState } from './schema.ts'

/** An issued bill whose row, and whose person's books, are locked until the transaction ends. */
export interface LockedBill {
  readonly id: string
  readonly brand: string
  readonly number: string
  readonly subjectId: string | null
  readonly state: BillState
  readonly kind: string
  readonly currency: string
  readonly netMinor: bigint
  readonly vatMinor: bigint
  readonly totalMinor: bigint
  readonly periodStart: string
  readonly periodEnd: string
  readonly dueOn: string
}

/**
 * Locks a bill of the grant's brand, and of its person where it names one: the books first, then the row.
 * @throws Refusal `billing.not_found`, also for a draft
 */
export async function lockBill(tx: Tx, grant: Grant, billId: string): Promise<LockedBill> {
  const found = await tx.bill.findFirst({
    where: { id: billId, brand: grant.brand, ...(grant.subject ? { subjectId: grant.subject } : {}) },
    select: { subjectId: true },
  })
  if (!found) throw new Refusal('billing.not_found')
  await lockBooks(tx, grant.brand, found.subjectId)
  const [bill] = await tx.$queryRaw<LockedBill[]>`
    SELECT id, brand, number, subject_id AS "subjectId", state, kind, currency, net_minor AS "netMinor",
           vat_minor AS "vatMinor", total_minor AS "totalMinor", period_start::text AS "periodStart",
           period_end::text AS "periodEnd", due_on::text AS "dueOn"
    FROM bill WHERE id = ${billId}::uuid AND state <> 'draft' FOR UPDATE`
  if (!bill) throw new Refusal('billing.not_found')
  return bill
}
