import { v7 as uuid } from 'uuid'
import type { Grant } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { clock } from '#lib/platform/clock.ts'
import type { Tx } from '#lib/platform/database/index.ts'
import { enqueue } from '#lib/platform/queue/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { refundMoved } from '../events.ts'
import type { ProviderKey, RefundReason, RefundSource } from '../schema.ts'
import { promiseRefund } from './promise-refund.ts'
import { lockRefunds, type RefundRow } from './refund-row.ts'

/** What is to be given back of a payment. */
export interface NewRefund {
  readonly paymentId: string
  readonly amountMinor: bigint
  readonly source: RefundSource
  readonly reason: RefundReason
}

/**
 * Decides a refund: puts its money aside and enqueues the sending, in the caller's transaction. The database holds that
 * never more is given back than was taken.
 * @throws Refusal `payments.not_found`, `payments.refund_too_high`, `payments.credit_too_small`
 */
export async function createRefund(tx: Tx, grant: Grant, wanted: NewRefund): Promise<string> {
  const { paymentId, amountMinor, source, reason } = wanted
  const left = await refundableOf(tx, grant.brand, paymentId)
  if (amountMinor > left.refundableMinor) throw new Refusal('payments.refund_too_high', { field: 'amount' })
  const refund: RefundRow = {
    id: uuid(),
    brand: left.brand,
    subjectId: left.subjectId,
    paymentId,
    provider: left.provider,
    amountMinor,
    currency: left.currency,
    source,
    state: 'approved',
    providerRef: null,
  }
  await tx.refund.create({ data: { ...refund, reason, createdAt: clock.now() }, select: { id: true } })
  await promiseRefund(tx, grant, refund)
  await audit.record(tx, grant, refundMoved(refund.id, 'approved'))
  await enqueue(tx, 'payments.refund', { refundId: refund.id })
  return refund.id
}

interface Refundable {
  readonly brand: string
  readonly subjectId: string | null
  readonly provider: ProviderKey
  readonly currency: string
  readonly refundableMinor: bigint
}

/** A payment that was taken, locked, with what can still be given back of it. */
async function refundableOf(tx: Tx, brand: string, paymentId: string): Promise<Refundable> {
  const refunds = await lockRefunds(tx, paymentId)
  const [payment] = await tx.$queryRaw<(Omit<Refundable, 'refundableMinor'> & { capturedMinor: bigint })[]>`
    SELECT brand, subject_id AS "subjectId", provider, currency, captured_minor AS "capturedMinor"
    FROM payment WHERE id = ${paymentId}::uuid AND brand = ${brand} AND state = 'succeeded' AND captured_minor > 0`
  if (!payment) throw new Refusal('payments.not_found')
  const counted = refunds.filter(({ state }) => state !== 'failed')
  const refunded = counted.reduce((sum, refund) => sum + refund.amountMinor, 0n)
  const { capturedMinor, ...facts } = payment
  return { ...facts, refundableMinor: capturedMinor - refunded }
}
