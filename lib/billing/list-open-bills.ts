import { type Grant, inScope } from '#lib/access/index.ts'
import { Prisma } from '#lib/platform/database/index.ts'
import type { BillSummary } from './bill-view.ts'
import { OPEN_STATES, selectBills } from './select-bills.ts'

/** Bills that are still to be paid, the most urgent first. */
export async function listOpenBills(grant: Grant<'bills:view' | 'overview:view'>): Promise<BillSummary[]> {
  return inScope(grant, (tx) =>
    selectBills(tx, grant, Prisma.sql`AND b.state IN ${OPEN_STATES} ORDER BY b.payable_on, b.id LIMIT 100`),
  )
}
