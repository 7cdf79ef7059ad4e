import { type Grant, inScope, subjectOf } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { payLinksRevoked } from '../events.ts'
import type { ShareBill } from '../schema.ts'

/**
 * Ends every link to a bill that was mailed so far, for its person: one went astray. Doing it again changes nothing.
 * @throws Refusal `billing.not_found`
 */
export async function revokePayLinks(grant: Grant<'bills:share'>, { billId }: ShareBill): Promise<void> {
  const own = { brand: grant.brand, subjectId: subjectOf(grant) }
  await inScope(grant, async (tx) => {
    if ((await tx.bill.count({ where: { ...own, id: billId } })) === 0) throw new Refusal('billing.not_found')
    const { count } = await tx.payLink.updateMany({
      where: { ...own, billId, revokedAt: null },
      data: { revokedAt: clock.now() },
    })
    if (count > 0) await audit.record(tx, grant, payLinksRevoked(billId))
  })
}
