import { type Grant, inScope, subjectOf } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { pushUnsubscribed } from './events.ts'
import type { UnsubscribePush } from './schema.ts'

/**
 * Sends no more to a browser.
 * @throws Refusal `notices.not_found`
 */
export async function unsubscribePush(
  grant: Grant<'notices:choose'>,
  { subscriptionId }: UnsubscribePush,
): Promise<void> {
  await inScope(grant, async (tx) => {
    const where = { id: subscriptionId, brand: grant.brand, subjectId: subjectOf(grant) }
    const { count } = await tx.pushSubscription.deleteMany({ where })
    if (count === 0) throw new Refusal('notices.not_found')
    await audit.record(tx, grant, pushUnsubscribed(subscriptionId))
  })
}
