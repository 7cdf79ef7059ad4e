import { type Grant, inScope, subjectOf } from '#lib/access/index.ts'
import { type Credit, walletOf, walletQuery } from '#lib/ledger/index.ts'
import { Prisma } from '#lib/platform/database/index.ts'
import type { BillSummary } from './bill-view.ts'
import { isPayable } from './schema.ts'
import { OPEN_STATES, selectBills } from './select-bills.ts'

export interface BillPage {
  readonly limit: number
  /** The last bill of the page before. */
  readonly before?: BillKey
}
type BillKey = Pick<BillSummary, 'issuedOn' | 'id'>

export interface BillList {
  /** What is still to be paid, on whatever page it stands; the most urgent first. */
  readonly open: BillSummary[]
  /** The page, newest first. */
  readonly bills: BillSummary[]
  readonly more: boolean
  /** What is held for the person, by currency. */
  readonly credit: Credit[]
}

/**
 * Bills by key, newest first, with all that are to be paid and what is held towards them: in one statement, since most of
 * what is to be paid is on the page.
 */
export async function listBills(
  grant: Grant<'bills:view' | 'overview:view'>,
  { limit, before }: BillPage,
): Promise<BillList> {
  const after = before
    ? Prisma.sql`AND issued_on <= ${before.issuedOn}::date AND (issued_on < ${before.issuedOn}::date OR id < ${before.id}::uuid)`
    : Prisma.empty
  const person = { brand: grant.brand, subject: subjectOf(grant) }
  const own = Prisma.sql`brand = ${person.brand} AND subject_id = ${person.subject}::uuid`
  const { found, credit } = await inScope(grant, async (tx) => {
    const rows = await selectBills<{ wallet: Record<string, string> | null }>(
      tx,
      grant,
      Prisma.sql`AND b.id IN (
        (SELECT id FROM bill WHERE ${own} AND state IN ${OPEN_STATES} ORDER BY payable_on, id LIMIT 100)
        UNION ALL
        (SELECT id FROM bill WHERE ${own} AND state <> 'draft' ${after} ORDER BY issued_on DESC, id DESC LIMIT ${limit + 1}))`,
      Prisma.sql`, (SELECT jsonb_object_agg(currency, "amountMinor"::text) FROM (${walletQuery(person)}) w) AS wallet`,
    )
    const found = rows.map(({ wallet, ...bill }) => bill)
    return { found, credit: rows[0] ? creditIn(rows[0].wallet) : await walletOf(tx, person) }
  })
  const page = found.filter((bill) => !before || isOlder(bill, before)).toSorted((a, b) => (isOlder(a, b) ? 1 : -1))
  return {
    open: found.filter(({ state }) => isPayable(state)).toSorted(byUrgency),
    bills: page.slice(0, limit),
    more: page.length > limit,
    credit,
  }
}

function creditIn(wallet: Record<string, string> | null): Credit[] {
  return Object.entries(wallet ?? {}).map(([currency, minor]) => ({ currency, amountMinor: BigInt(minor) }))
}

function isOlder(bill: BillKey, than: BillKey): boolean {
  return bill.issuedOn < than.issuedOn || (bill.issuedOn === than.issuedOn && bill.id < than.id)
}

function byUrgency(a: BillSummary, b: BillSummary): number {
  return a.payableOn < b.payableOn || (a.payableOn === b.payableOn && a.id < b.id) ? -1 : 1
}
