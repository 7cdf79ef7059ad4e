import { v7 as uuid } from 'uuid'
import { type Grant, inScope } from '#lib/access/index.ts'
import { enqueue } from '#lib/platform/queue/index.ts'
import type { ProviderNotice } from '#lib/platform/webhooks/index.ts'

/** Keeps a provider's event and enqueues the work it asks for, in one transaction; an event that is known changes nothing. */
export async function receiveEvent(grant: Grant<'payments:receive'>, notice: ProviderNotice): Promise<void> {
  const { provider, eventId, type, objectRef } = notice
  const id = uuid()
  await inScope(grant, async (tx) => {
    const stored = await tx.$executeRaw`
      INSERT INTO provider_event (id, provider, event_id, type, object_ref)
      VALUES (${id}::uuid, ${provider}, ${eventId}, ${type}, ${objectRef})
      ON CONFLICT (provider, event_id) DO NOTHING`
    if (stored > 0) await enqueue(tx, 'payments.converge', { eventId: id })
  })
}
