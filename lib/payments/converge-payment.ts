import { type Grant, inScope } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { recordBillPayment } from '#lib/billing/index.ts'
import { clock } from '#lib/platform/clock.ts'
import type { Prisma, Tx } from '#lib/platform/database/index.ts'
import { log } from '#lib/platform/log.ts'
import { enqueue } from '#lib/platform/queue/index.ts'
import { paymentMoved } from './events.ts'
import { mayBecome, UNDER_WAY } from './lifecycle.ts'
import type { CheckoutOutcome } from './providers/provider.ts'
import type { PaymentMethod, PaymentState, ProviderKey } from './schema.ts'

interface LockedPayment {
  readonly id: string
  readonly brand: string
  readonly subjectId: string | null
  readonly billId: string
  readonly provider: ProviderKey
  readonly method: PaymentMethod
  readonly state: PaymentState
  readonly amountMinor: bigint
  readonly currency: string
}

/** What a payment comes to: an outcome of the provider's, or that its answer was lost. */
export type Convergence = CheckoutOutcome | { readonly kind: 'lost'; readonly code: string }

/**
 * Brings a payment to what its provider says, under a lock: webhook, return page, reconciler and any number of
 * repetitions end in one posting. Nothing is asked of the provider here.
 * @returns the state it is in now
 */
export async function convergePayment(
  grant: Grant<'payments:settle'>,
  paymentId: string,
  outcome: Convergence,
): Promise<PaymentState> {
  return inScope(grant, async (tx) => {
    const payment = await lockPayment(tx, paymentId)
    if (outcome.kind === 'captured') return capture(tx, grant, payment, outcome)
    const state = stateFor(outcome)
    const code = 'code' in outcome ? outcome.code : undefined
    const moves = state !== payment.state && mayBecome(payment.state, state)
    await update(tx, payment, moves ? { state, failure: code ?? null } : {})
    if (!moves) return payment.state
    await audit.record(tx, grant, paymentMoved(payment.id, state, code))
    return state
  })
}

function stateFor({ kind }: Exclude<Convergence, { kind: 'captured' }>): PaymentState {
  switch (kind) {
    case 'open':
      return 'created'
    case 'approved':
    case 'pending':
      return 'pending'
    case 'failed':
      return 'failed'
    case 'expired':
      return 'abandoned'
    case 'lost':
      return 'unknown'
  }
}

async function capture(
  tx: Tx,
  grant: Grant<'payments:settle'>,
  payment: LockedPayment,
  outcome: Extract<CheckoutOutcome, { kind: 'captured' }>,
): Promise<PaymentState> {
  if (payment.state === 'succeeded') return payment.state
  const { captureId, amountMinor, currency, at } = outcome
  if (currency !== payment.currency || amountMinor !== payment.amountMinor) {
    // Not ours to guess: it stays open until somebody has looked at it.
    log.error({ payment: payment.id, code: 'amount_mismatch' }, 'a provider took another amount than was asked')
    await update(tx, payment, { state: 'unknown', failure: 'amount_mismatch' })
    return 'unknown'
  }
  const { brand, subjectId, billId, provider } = payment
  await update(tx, payment, { state: 'succeeded', failure: null, captureId, settledAt: clock.now() })
  const shares = [{ billId, amountMinor: payment.amountMinor }]
  await recordBillPayment(tx, grant, { brand, subjectId, shares, provider, captureId, amountMinor, currency, at })
  await audit.record(tx, grant, paymentMoved(payment.id, 'succeeded'))
  await closeOthers(tx, payment)
  return 'succeeded'
}

/** Other checkouts of the bill are looked at next: what is not owed any more is not to be paid there. */
async function closeOthers(tx: Tx, payment: LockedPayment): Promise<void> {
  const others = await tx.payment.findMany({
    where: { billId: payment.billId, id: { not: payment.id }, state: { in: [...UNDER_WAY] } },
    select: { id: true },
  })
  for (const { id } of others) await enqueue(tx, 'payments.converge', { paymentId: id })
}

async function update(tx: Tx, { id }: LockedPayment, data: Prisma.PaymentUpdateInput): Promise<void> {
  await tx.payment.update({ where: { id }, data: { ...data, askedAt: clock.now() }, select: { id: true } })
}

async function lockPayment(tx: Tx, paymentId: string): Promise<LockedPayment> {
  const [payment] = await tx.$queryRaw<LockedPayment[]>`
    SELECT id, brand, subject_id AS "subjectId", bill_id AS "billId", provider, method, state, amount_minor AS "amountMinor", currency
    FROM payment WHERE id = ${paymentId}::uuid FOR UPDATE`
  if (!payment) throw new Error('there is no such payment')
  return payment
}
