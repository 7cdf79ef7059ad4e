import { type Grant, inScope } from '#lib/access/index.ts'
import { Prisma } from '#lib/platform/database/index.ts'
import type { BillSummary } from './bill-view.ts'
import { OPEN_STATES, selectBills } from './select-bills.ts'

export interface BillPage {
  readonly limit: number
  /** Only bills of which nothing is to be paid any more. */
  readonly closed?: boolean
  /** The last bill of the page before. */
  readonly before?: { readonly issuedOn: string; readonly id: string }
}

/** Bills, newest first, by key. */
export async function listBills(
  grant: Grant<'bills:view' | 'overview:view'>,
  { limit, closed, before }: BillPage,
): Promise<{ bills: BillSummary[]; more: boolean }> {
  const found = await inScope(grant, (tx) =>
    selectBills(
      tx,
      grant,
      Prisma.sql`
        ${closed ? Prisma.sql`AND b.state NOT IN ${OPEN_STATES}` : Prisma.empty}
        ${before ? Prisma.sql`AND b.issued_on <= ${before.issuedOn}::date AND (b.issued_on < ${before.issuedOn}::date OR b.id < ${before.id}::uuid)` : Prisma.empty}
        ORDER BY b.issued_on DESC, b.id DESC LIMIT ${limit + 1}`,
    ),
  )
  return { bills: found.slice(0, limit), more: found.length > limit }
}
