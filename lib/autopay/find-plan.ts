import { type Grant, inScope, subjectOf } from '#lib/access/index.ts'
import { cardName } from './card-name.ts'
import { isConcerned, planOf } from './plan-of.ts'
import { readCircumstances } from './read-circumstances.ts'

/** When a bill is taken, and from what. */
export interface ChargePlan {
  /** `Visa •••• 4242` */
  readonly card: string
  readonly day: string
}

/**
 * When the person's order takes an open bill, so that they need not pay it themselves; null where it does not, also for a
 * bill that the order leaves to them (above its limit, in instalments, disputed …).
 */
export async function findPlan(grant: Grant<'bills:view'>, billId: string): Promise<ChargePlan | null> {
  const bill = await inScope(grant, (tx) => readCircumstances(tx, billId))
  if (bill?.subjectId !== subjectOf(grant) || !bill.agreedAt || !isConcerned(bill, bill.agreedAt)) return null
  const { day } = planOf(bill)
  return day ? { card: cardName(bill), day } : null
}
