import { v7 as uuid } from 'uuid'
import type { Grant } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { clock } from '#lib/platform/clock.ts'
import type { Tx } from '#lib/platform/database/index.ts'
import { enqueue } from '#lib/platform/queue/index.ts'
import { paymentStarted } from './events.ts'
import { writeShares } from './write-shares.ts'

/** What is to be taken of a kept card. */
export interface SavedPayment {
  readonly brand: string
  readonly subjectId: string
  readonly billId: string
  readonly provider: string
  readonly savedCardId: string
  /** The how manieth at this bill: the database lets each be made once. */
  readonly attempt: number
  readonly amountMinor: bigint
  readonly currency: string
}

/** Writes a payment by a kept card and enqueues its charge, in the caller's transaction: both exist, or neither does. */
export async function openSavedPayment(
  tx: Tx,
  grant: Grant<'autopay:run'>,
  { amountMinor, ...payment }: SavedPayment,
): Promise<string> {
  const id = uuid()
  await tx.payment.create({
    data: { ...payment, id, method: 'card', way: 'saved', amountMinor, createdAt: clock.now() },
    select: { id: true },
  })
  await writeShares(tx, { id, ...payment }, [{ billId: payment.billId, amountMinor }])
  await audit.record(tx, grant, paymentStarted(id, { method: 'card', linkId: null }))
  await enqueue(tx, 'payments.converge', { paymentId: id })
  return id
}
