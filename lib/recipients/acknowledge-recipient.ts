import { type Grant, inScope, subjectOf } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { getManifest, isRefusable } from '#lib/brands/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { recipientAcknowledged } from './events.ts'
import type { AcknowledgeRecipient } from './schema.ts'

/**
 * The person has read about a new or changed recipient that cannot be refused. Repeating it changes nothing.
 * @throws Refusal `recipients.not_found`, also for one that is to be decided about
 */
export async function acknowledgeRecipient(
  grant: Grant<'consents:decide'>,
  { recipient: key }: AcknowledgeRecipient,
): Promise<void> {
  const recipient = getManifest(grant.brand).recipients.find((entry) => entry.key === key)
  if (!recipient || isRefusable(recipient)) throw new Refusal('recipients.not_found')
  await inScope(grant, async (tx) => {
    const { count } = await tx.recipientAsk.updateMany({
      where: { brand: grant.brand, subjectId: subjectOf(grant), recipient: key, answeredAt: null },
      data: { answeredAt: clock.now() },
    })
    if (count > 0) await audit.record(tx, grant, recipientAcknowledged(key))
  })
}
