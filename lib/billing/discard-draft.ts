import { type Grant, inScope, subjectOf } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { billDiscarded } from './events.ts'

/**
 * Throws a draft away; it had no number, so none is missing.
 * @throws Refusal `billing.not_found` for anything but a draft
 */
export async function discardDraft(grant: Grant<'bills:issue'>, { billId }: { billId: string }): Promise<void> {
  const draft = { id: billId, brand: grant.brand, subjectId: subjectOf(grant), state: 'draft' }
  await inScope(grant, async (tx) => {
    await tx.billLine.deleteMany({ where: { bill: draft } })
    const { count } = await tx.bill.deleteMany({ where: draft })
    if (count === 0) throw new Refusal('billing.not_found')
    await audit.record(tx, grant, billDiscarded(billId))
  })
}
