import { type Grant, inScope } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import type { BillView } from './bill-view.ts'
import { billDownloaded } from './events.ts'
import { getBill } from './get-bill.ts'

/**
 * A bill of the person for a document that they take along; recorded.
 * @throws Refusal `billing.not_found`, also for the credit note of a bill that was not taken back
 */
export async function openBillDocument(
  grant: Grant<'bills:view'>,
  { billId, document }: { billId: string; document: 'bill' | 'receipt' | 'credit_note' },
): Promise<BillView> {
  return inScope(grant, async (tx) => {
    const bill = await getBill(grant, billId)
    if (document === 'credit_note' && !bill.creditNote) throw new Refusal('billing.not_found')
    await audit.record(tx, grant, billDownloaded(bill.id, document))
    return bill
  })
}
