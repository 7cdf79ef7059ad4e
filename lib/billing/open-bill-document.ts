import { type Grant, inScope } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import type { BillView } from './bill-view.ts'
import { billDownloaded } from './events.ts'
import { getBill } from './get-bill.ts'

/**
 * A bill of the person for a document that they take along; recorded.
 * @throws Refusal `billing.not_found`
 */
export async function openBillDocument(
  grant: Grant<'bills:view'>,
  { billId, document }: { billId: string; document: 'bill' | 'receipt' },
): Promise<BillView> {
  return inScope(grant, async (tx) => {
    const bill = await getBill(grant, billId)
    await audit.record(tx, grant, billDownloaded(bill.id, document))
    return bill
  })
}
