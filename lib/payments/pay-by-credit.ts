import { type Grant, inScope, systemGrant } from '#lib/access/index.ts'
import { applyCredit, getBill } from '#lib/billing/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'

/**
 * Pays a bill from what is held for the person, as far as it goes.
 * @returns how much was used, in minor units of the bill's currency
 * @throws Refusal `billing.not_found`, `payments.no_credit` where nothing is held, or nothing is open
 */
export async function payByCredit(grant: Grant<'payments:pay'>, { billId }: { billId: string }): Promise<bigint> {
  const bill = await getBill(grant, billId)
  const own = systemGrant('payments.credit', 'payments:settle', { brand: grant.brand, subject: grant.subject })
  const used = await inScope(own, (tx) => applyCredit(tx, own, bill.id))
  if (used === 0n) throw new Refusal('payments.no_credit')
  return used
}
