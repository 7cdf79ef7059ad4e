import { type Grant, inScope } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { clock } from '#lib/platform/clock.ts'
import type { Tx } from '#lib/platform/database/index.ts'
import { enqueue } from '#lib/platform/queue/index.ts'
import { sendWebhook, type WebhookAnswer } from '#lib/platform/webhooks/index.ts'
import { endpointOf } from './endpoint-of.ts'
import { deliveryConfirmed, deliveryFailed } from './events.ts'
import { type DeliveryState, pauseAfter, UNDER_WAY } from './lifecycle.ts'

type SendGrant = Grant<'deliveries:send'>
type Row = Awaited<ReturnType<typeof findDue>>
type Answer = WebhookAnswer | { readonly kind: 'no_address'; readonly answer: 'no_address' }

/**
 * Makes one attempt to tell a recipient. The message has the same id in each attempt, so that a receiver acts on it once
 * however often it comes. Where a newer decision about the same is to be told, this one is dropped, so that an old yes
 * never follows a no. An attempt that was made already is left alone.
 */
export async function sendDelivery(
  grant: SendGrant,
  { deliveryId, attempt }: { readonly deliveryId: string; readonly attempt: number },
): Promise<void> {
  const due = await findDue(grant, deliveryId, attempt)
  if (!due) return
  const endpoint = endpointOf(grant.brand, due.recipient)
  const answer: Answer = endpoint
    ? await sendWebhook({ ...endpoint, id: `msg_${due.id}`, body: bodyOf(due) })
    : { kind: 'no_address', answer: 'no_address' }
  await inScope(grant, (tx) => note(tx, grant, due, answer))
}

function findDue(grant: SendGrant, id: string, attempt: number) {
  return inScope(grant, async (tx) => {
    const row = await tx.consentDelivery.findFirst({
      where: { id, brand: grant.brand, state: { in: [...UNDER_WAY] }, attempts: attempt - 1 },
    })
    if (!row) return null
    const { brand, subjectId, recipient, purpose, decidedAt } = row
    const newer = await tx.consentDelivery.count({
      where: {
        brand,
        subjectId,
        recipient,
        purpose,
        OR: [{ decidedAt: { gt: decidedAt } }, { decidedAt, id: { gt: id } }],
      },
    })
    if (newer > 0) {
      await tx.consentDelivery.update({ where: { id }, data: { state: 'superseded', nextAttemptAt: null } })
      return null
    }
    const account = await tx.account.findUnique({ where: { id: subjectId }, select: { ref: true } })
    return account && { ...row, ref: account.ref }
  })
}

/** What a recipient learns: whose decision, about what, and when. Nothing that it was not told of before. */
function bodyOf(row: NonNullable<Row>): string {
  const { brand, ref, purpose, decision, decidedAt, consentRecordId } = row
  return JSON.stringify({
    type: decision === 'granted' ? 'consent.granted' : 'consent.withdrawn',
    timestamp: decidedAt.toISOString(),
    data: { brand, person: ref, purpose, decision, consentRecord: consentRecordId },
  })
}

async function note(tx: Tx, grant: SendGrant, row: NonNullable<Row>, answer: Answer): Promise<void> {
  const attempts = row.attempts + 1
  const { state, pause } = outcomeOf(answer, attempts)
  const next = pause === null ? null : new Date(clock.now().getTime() + pause * 1000)
  const { count } = await tx.consentDelivery.updateMany({
    where: { id: row.id, state: { in: [...UNDER_WAY] }, attempts: row.attempts },
    data: {
      state,
      attempts,
      lastAttemptAt: clock.now(),
      lastAnswer: answer.answer,
      nextAttemptAt: next,
      ...(state === 'confirmed' ? { confirmedAt: clock.now() } : {}),
    },
  })
  if (count === 0) return
  const whose = { subject: row.subjectId }
  if (state === 'confirmed') await audit.record(tx, grant, { ...deliveryConfirmed(row.id, row.recipient), ...whose })
  if (state === 'failed')
    await audit.record(tx, grant, { ...deliveryFailed(row.id, row.recipient, answer.answer), ...whose })
  if (next) {
    const data = { brand: row.brand, deliveryId: row.id, attempt: String(attempts + 1) }
    await enqueue(tx, 'deliveries.send', data, { startAfter: next })
  }
}

function outcomeOf(answer: Answer, attempts: number): { state: DeliveryState; pause: number | null } {
  if (answer.kind === 'confirmed') return { state: 'confirmed', pause: null }
  // Nobody is there to ask again.
  if (answer.kind === 'no_address' || answer.kind === 'gone') return { state: 'failed', pause: null }
  const pause = pauseAfter(attempts)
  if (pause === null) return { state: 'failed', pause: null }
  const asked = 'waitSeconds' in answer ? (answer.waitSeconds ?? 0) : 0
  return { state: answer.kind === 'accepted' ? 'sent' : 'retrying', pause: Math.max(pause, asked) }
}
