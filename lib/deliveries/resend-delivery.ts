import { type Grant, inScope } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { enqueue } from '#lib/platform/queue/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { deliveryResent } from './events.ts'
import { DELIVERY_MAY_COME_FROM } from './lifecycle.ts'
import type { ResendDelivery } from './schema.ts'

/**
 * Puts back into the queue what had been given up, with all its attempts before it. Sent twice at once, it is queued once.
 * @throws Refusal `deliveries.not_found` for one of another brand, or one that is not given up
 */
export async function resendDelivery(grant: Grant<'deliveries:resend'>, { deliveryId }: ResendDelivery): Promise<void> {
  await inScope(grant, async (tx) => {
    const where = { id: deliveryId, brand: grant.brand, state: { in: [...DELIVERY_MAY_COME_FROM.queued] } }
    const found = await tx.consentDelivery.findFirst({ where, select: { recipient: true } })
    const { count } = await tx.consentDelivery.updateMany({
      where,
      data: { state: 'queued', attempts: 0, nextAttemptAt: clock.now() },
    })
    if (!found || count === 0) throw new Refusal('deliveries.not_found')
    await audit.record(tx, grant, deliveryResent(deliveryId, found.recipient))
    await enqueue(tx, 'deliveries.send', { brand: grant.brand, deliveryId, attempt: '1' })
  })
}
