import { v7 as uuid } from 'uuid'
import { type Grant, inScope } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { clock } from '#lib/platform/clock.ts'
import type { Tx } from '#lib/platform/database/index.ts'
import { refundMoved } from '../events.ts'
import { refundMayBecome } from '../lifecycle.ts'
import type { PaymentRow } from '../payment-row.ts'
import type { ProviderRefund } from '../providers/provider.ts'
import type { RefundState } from '../schema.ts'
import { postRefund, promiseRefund, returnRefund, withdrawRefund } from './promise-refund.ts'
import { lockRefunds, type RefundRow } from './refund-row.ts'

/** What a refund comes to without the provider's record of it: given up, or to be sent (again). */
export type RefundEnd = { readonly state: 'failed' | 'approved' | 'unknown'; readonly code?: string }

/**
 * Brings a refund to what the provider holds, under the lock of its payment: one that we asked for, found by the
 * provider's id or by our mark, or one that was made on the provider's own pages, which is taken over. Money that left or
 * came back is posted once.
 */
export async function convergeRefund(
  grant: Grant<'payments:settle'>,
  payment: PaymentRow,
  found: ProviderRefund,
): Promise<void> {
  await inScope(grant, async (tx) => {
    const refunds = await lockRefunds(tx, payment.id)
    const known =
      refunds.find(({ providerRef }) => providerRef === found.ref) ??
      refunds.find(({ id, providerRef }) => id === found.refundId && providerRef === null)
    if (!known && found.state === 'failed') return
    const refund = known ?? (await adopt(tx, grant, payment, found, refunds))
    if (!refundMayBecome(refund.state, found.state)) return
    const left = refund.state === 'pending' || refund.state === 'succeeded'
    if (found.state === 'failed') {
      if (left) await returnRefund(tx, refund, found.ref)
      await withdrawRefund(tx, grant, refund)
    } else if (!left) await postRefund(tx, refund, found.ref)
    await move(tx, grant, refund, found.state, { providerRef: found.ref, code: found.code })
  })
}

/** Ends a refund of which the provider holds nothing, or makes it ready to be sent again. */
export async function convergeUnsent(
  grant: Grant<'payments:settle'>,
  refund: Pick<RefundRow, 'id' | 'paymentId'>,
  { state, code }: RefundEnd,
): Promise<void> {
  await inScope(grant, async (tx) => {
    const refunds = await lockRefunds(tx, refund.paymentId)
    const now = refunds.find(({ id }) => id === refund.id)
    if (!now || now.providerRef || !refundMayBecome(now.state, state)) return
    if (state === 'failed') await withdrawRefund(tx, grant, now)
    await move(tx, grant, now, state, { code })
  })
}

/** A refund that was made elsewhere. What of ours was not sent yet makes room where both would be more than was taken. */
async function adopt(
  tx: Tx,
  grant: Grant<'payments:settle'>,
  payment: PaymentRow,
  found: ProviderRefund,
  refunds: readonly RefundRow[],
): Promise<RefundRow> {
  const { brand, subjectId, id: paymentId, provider } = payment
  await makeRoom(tx, grant, payment, found.amountMinor, refunds)
  const refund: RefundRow = {
    id: uuid(),
    brand,
    subjectId,
    paymentId,
    provider,
    amountMinor: found.amountMinor,
    currency: found.currency,
    source: 'provider',
    state: 'approved',
    providerRef: null,
  }
  await tx.refund.create({
    data: { ...refund, reason: 'made at the provider', createdAt: found.at },
    select: { id: true },
  })
  await promiseRefund(tx, grant, refund)
  return refund
}

async function makeRoom(
  tx: Tx,
  grant: Grant<'payments:settle'>,
  { id }: PaymentRow,
  amountMinor: bigint,
  refunds: readonly RefundRow[],
): Promise<void> {
  const { capturedMinor } = await tx.payment.findUniqueOrThrow({ where: { id }, select: { capturedMinor: true } })
  const counted = refunds.filter(({ state }) => state !== 'failed')
  let room = (capturedMinor ?? 0n) - counted.reduce((sum, refund) => sum + refund.amountMinor, 0n)
  for (const refund of counted.toReversed()) {
    if (room >= amountMinor) return
    if (refund.providerRef) continue
    await withdrawRefund(tx, grant, refund)
    await move(tx, grant, refund, 'failed', { code: 'superseded' })
    room += refund.amountMinor
  }
}

async function move(
  tx: Tx,
  grant: Grant,
  { id }: RefundRow,
  state: RefundState,
  { providerRef, code }: { providerRef?: string; code?: string | undefined },
): Promise<void> {
  const ended = state === 'succeeded' || state === 'failed'
  await tx.refund.update({
    where: { id },
    data: {
      state,
      failure: code ?? null,
      askedAt: clock.now(),
      ...(providerRef ? { providerRef } : {}),
      ...(ended ? { settledAt: clock.now() } : {}),
    },
    select: { id: true },
  })
  await audit.record(tx, grant, refundMoved(id, state, code))
}
