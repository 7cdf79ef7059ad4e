import { type Grant, inScope } from '#lib/access/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { log } from '#lib/platform/log.ts'
import { enqueue } from '#lib/platform/queue/index.ts'
import type { ProviderFault } from './providers/provider.ts'
import { settlePayment } from './settle-payment.ts'
import { settleReversals } from './settle-reversals.ts'

/** What a job of `payments.converge` names: an event of a provider's, or a payment. */
export type ToConverge = { readonly eventId?: string | undefined; readonly paymentId?: string | undefined }

interface About {
  readonly paymentId: string
  /** The event tells of money that goes back. */
  readonly reversal: boolean
}

/**
 * Settles the payment that an event is about, and what goes back of it. An event of nothing that we know is kept and
 * left at that. Where the provider asks to be left alone, the work is put off by as long as it said.
 * @throws where the provider could not be asked, so that the queue tries again
 */
export async function convergeEvent(
  grant: Grant<'payments:settle'>,
  { eventId, paymentId }: ToConverge,
): Promise<void> {
  const about = paymentId ? { paymentId, reversal: true } : eventId ? await findPaymentOf(grant, eventId) : null
  const fault = about && (await settle(grant, about))
  if (fault?.retryAfter) return putOff(grant, { eventId, paymentId }, fault.retryAfter)
  if (fault && fault.kind !== 'rejected') throw new Error(`the provider could not be asked: ${fault.code}`)
  if (eventId) await markProcessed(grant, eventId)
}

async function settle(grant: Grant<'payments:settle'>, { paymentId, reversal }: About): Promise<ProviderFault | null> {
  const { state, fault } = await settlePayment(grant, paymentId)
  if (fault || state !== 'succeeded' || !reversal) return fault ?? null
  return settleReversals(grant, paymentId)
}

async function putOff(grant: Grant<'payments:settle'>, { eventId, paymentId }: ToConverge, seconds: number) {
  const startAfter = new Date(clock.now().getTime() + seconds * 1000)
  const data = { ...(eventId ? { eventId } : {}), ...(paymentId ? { paymentId } : {}) }
  await inScope(grant, (tx) => enqueue(tx, 'payments.converge', data, { startAfter }))
}

async function findPaymentOf(grant: Grant<'payments:settle'>, eventId: string): Promise<About | null> {
  const [found] = await inScope(
    grant,
    (tx) => tx.$queryRaw<About[]>`
      SELECT p.id AS "paymentId", e.type ~* 'refund|dispute|revers' AS reversal FROM provider_event e
      JOIN payment p ON p.provider = e.provider AND (p.provider_ref = e.object_ref OR p.capture_id = e.object_ref)
      WHERE e.id = ${eventId}::uuid LIMIT 1`,
  )
  if (!found) log.info({ event: eventId }, 'an event is about no payment of ours')
  return found ?? null
}

async function markProcessed(grant: Grant<'payments:settle'>, eventId: string): Promise<void> {
  await inScope(grant, (tx) =>
    tx.providerEvent.updateMany({ where: { id: eventId, processedAt: null }, data: { processedAt: clock.now() } }),
  )
}
