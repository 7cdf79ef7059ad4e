import { type Grant, inScope, subjectOf } from '#lib/access/index.ts'
import { billDays } from '../bill-days.ts'
import type { BillSummary } from '../bill-view.ts'
import { type Offers, offersFor } from './offers.ts'

/** What the person may choose for one of their bills: more time, instalments, or why not. */
export async function findOffers(grant: Grant<'bills:view'>, bill: BillSummary): Promise<Offers> {
  const of = { brand: grant.brand, subject: subjectOf(grant) }
  return inScope(grant, (tx) => offersFor(tx, of, { ...bill, today: billDays(grant.brand).today }))
}
