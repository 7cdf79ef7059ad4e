import { type Grant, inScope } from '#lib/access/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { log } from '#lib/platform/log.ts'
import { settlePayment } from './settle-payment.ts'

/** What a job of `payments.converge` names: an event of a provider's, or a payment. */
export type ToConverge = { readonly eventId?: string | undefined; readonly paymentId?: string | undefined }

/**
 * Settles the payment that an event is about. An event of nothing that we know is kept and left at that.
 * @throws where the provider could not be asked, so that the queue tries again
 */
export async function convergeEvent(
  grant: Grant<'payments:settle'>,
  { eventId, paymentId }: ToConverge,
): Promise<void> {
  const payment = paymentId ?? (eventId && (await findPaymentOf(grant, eventId)))
  if (payment) {
    const { fault } = await settlePayment(grant, payment)
    if (fault && fault.kind !== 'rejected') throw new Error(`the provider could not be asked: ${fault.code}`)
  }
  if (eventId) await markProcessed(grant, eventId)
}

async function findPaymentOf(grant: Grant<'payments:settle'>, eventId: string): Promise<string | null> {
  const [found] = await inScope(
    grant,
    (tx) => tx.$queryRaw<{ id: string }[]>`
      SELECT p.id FROM provider_event e
      JOIN payment p ON p.provider = e.provider AND (p.provider_ref = e.object_ref OR p.capture_id = e.object_ref)
      WHERE e.id = ${eventId}::uuid LIMIT 1`,
  )
  if (!found) log.info({ event: eventId }, 'an event is about no payment of ours')
  return found?.id ?? null
}

async function markProcessed(grant: Grant<'payments:settle'>, eventId: string): Promise<void> {
  await inScope(grant, (tx) =>
    tx.providerEvent.updateMany({ where: { id: eventId, processedAt: null }, data: { processedAt: clock.now() } }),
  )
}
