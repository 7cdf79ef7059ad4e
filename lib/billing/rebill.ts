import { type Grant, inScope } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { billReplaced } from './events.ts'
import { issueUsage } from './issue-bill.ts'
import type { NumberedBill } from './issue-draft.ts'
import type { CorrectBill } from './schema.ts'
import { takeBack } from './take-back.ts'

/** A bill that was made anew: the credit note over the old one, and the new one where anything is owed. */
export interface Rebilled {
  readonly creditNote: string
  readonly bill: NumberedBill | null
}

/**
 * Makes a bill anew from what is measured and priced now: a credit note over the whole of the old one and a new bill
 * for the same period, in one transaction, never an edit. What was paid of the old one pays the new one.
 * @throws Refusal `billing.not_found`, `billing.not_cancellable`, `billing.not_rebillable` for what is no bill of a period
 */
export async function rebill(grant: Grant<'bills:rebill'>, input: CorrectBill): Promise<Rebilled> {
  return inScope(grant, async (tx) => {
    const { creditNote, bill } = await takeBack(tx, grant, input)
    if (bill.kind !== 'usage' || !bill.subjectId) throw new Refusal('billing.not_rebillable')
    const { periodStart, periodEnd, subjectId } = bill
    const made = await issueUsage(tx, grant, { subjectId, period: { periodStart, periodEnd }, replacesId: bill.id })
    if (made) await audit.record(tx, grant, { ...billReplaced(bill.id, made.id), subject: subjectId })
    return { creditNote: creditNote.number, bill: made }
  })
}
