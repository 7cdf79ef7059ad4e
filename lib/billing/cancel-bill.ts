import { type Grant, inScope } from '#lib/access/index.ts'
import type { CorrectBill } from './schema.ts'
import { takeBack } from './take-back.ts'

/**
 * Takes a bill back for good, by a credit note. What was paid of it is the person's credit.
 * @returns the credit note's number
 * @throws Refusal `billing.not_found`, `billing.not_cancellable`
 */
export async function cancelBill(grant: Grant<'bills:cancel'>, input: CorrectBill): Promise<string> {
  return inScope(grant, async (tx) => (await takeBack(tx, grant, input)).creditNote.number)
}
