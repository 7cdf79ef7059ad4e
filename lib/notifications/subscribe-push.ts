import { v7 as uuid } from 'uuid'
import { type Grant, inScope, subjectOf } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { blindIndex, seal } from '#lib/platform/crypto/index.ts'
import { isPushEndpoint } from '#lib/platform/push/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { pushSubscribed } from './events.ts'
import type { SubscribePush } from './schema.ts'

/** Browsers that one person may be reached in. */
const MOST = 10

/** Binds a sealed subscription to its row. */
export function subscriptionContext(id: string): string {
  return `push_subscription ${id}`
}

/**
 * Begins to send a person's notices to a browser, too. The same browser again changes nothing; its address is sealed.
 * @throws Refusal `notices.unknown_service` for an address of no push service we send to, `notices.too_many`
 */
export async function subscribePush(
  grant: Grant<'notices:choose'>,
  { subscription, client }: SubscribePush & { client: string },
): Promise<void> {
  if (!isPushEndpoint(subscription.endpoint)) throw new Refusal('notices.unknown_service')
  const of = { brand: grant.brand, subjectId: subjectOf(grant) }
  const endpointIndex = blindIndex(`push ${of.brand} ${of.subjectId}`, subscription.endpoint)
  await inScope(grant, async (tx) => {
    if (await tx.pushSubscription.findFirst({ where: { ...of, endpointIndex }, select: { id: true } })) return
    if ((await tx.pushSubscription.count({ where: of })) >= MOST) throw new Refusal('notices.too_many')
    const id = uuid()
    const sealed = seal(JSON.stringify(subscription), subscriptionContext(id))
    await tx.pushSubscription.createMany({
      data: [{ ...of, id, endpointIndex, sealed, client: client.slice(0, 200), createdAt: clock.now() }],
      skipDuplicates: true,
    })
    await audit.record(tx, grant, pushSubscribed(id))
  })
}
