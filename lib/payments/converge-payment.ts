import { type Grant, inScope } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { type BillShare, recordBillPayment } from '#lib/billing/index.ts'
import { postLedger } from '#lib/ledger/index.ts'
import { clock } from '#lib/platform/clock.ts'
import type { Prisma, Tx } from '#lib/platform/database/index.ts'
import { log } from '#lib/platform/log.ts'
import { enqueue } from '#lib/platform/queue/index.ts'
import { tellOfPayment } from './by-link/tell-of-payment.ts'
import { paymentMoved } from './events.ts'
import { keepCard } from './keep-card.ts'
import { isUnderWay, mayBecome } from './lifecycle.ts'
import type { CheckoutOutcome } from './providers/provider.ts'
import type { PaymentMethod, PaymentState, PaymentWay, ProviderKey } from './schema.ts'

type Captured = Extract<CheckoutOutcome, { kind: 'captured' }>

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
  readonly keepCard: boolean
  readonly way: PaymentWay
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
    if (!isUnderWay(state)) await tellAutopay(tx, payment)
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
  outcome: Captured,
): Promise<PaymentState> {
  if (payment.state === 'succeeded') return payment.state
  const { captureId, amountMinor, currency, at } = outcome
  const { brand, subjectId, provider } = payment
  const shares = await readShares(tx, payment.id)
  if (currency !== payment.currency) {
    // Not ours to guess: it stays open until somebody has looked at it.
    log.error({ payment: payment.id, code: 'currency_mismatch' }, 'a provider took another currency than was asked')
    await update(tx, payment, { state: 'unknown', failure: 'currency_mismatch' })
    return 'unknown'
  }
  if (amountMinor !== payment.amountMinor)
    log.error({ payment: payment.id, code: 'amount_mismatch' }, 'a provider took another amount than was asked')
  const settled = { state: 'succeeded', failure: null, captureId, capturedMinor: amountMinor, settledAt: clock.now() }
  await update(tx, payment, settled)
  await recordBillPayment(tx, grant, { brand, subjectId, shares, provider, captureId, amountMinor, currency, at })
  if (outcome.feeMinor) await postFee(tx, payment, outcome, outcome.feeMinor)
  if (outcome.saved && payment.keepCard) await keepCard(tx, payment, outcome.saved)
  await audit.record(tx, grant, paymentMoved(payment.id, 'succeeded'))
  if (payment.way === 'link') await tellOfPayment(tx, { ...payment, amountMinor })
  await tellAutopay(tx, payment)
  await closeOthers(tx, payment, shares)
  await askForReversals(tx, payment, captureId)
  return 'succeeded'
}

/** What comes next of a charge that was made without the person is decided by whoever ordered it. */
async function tellAutopay(tx: Tx, { id, way }: LockedPayment): Promise<void> {
  if (way === 'saved') await enqueue(tx, 'autopay.follow', { paymentId: id })
}

async function readShares(tx: Tx, paymentId: string): Promise<BillShare[]> {
  return tx.paymentShare.findMany({
    where: { paymentId },
    orderBy: { position: 'asc' },
    select: { billId: true, amountMinor: true },
  })
}

/** What the provider kept of it is less money there, and nothing of the person's. */
async function postFee(tx: Tx, { brand, subjectId, provider }: LockedPayment, outcome: Captured, feeMinor: bigint) {
  const { captureId, currency, at } = outcome
  await postLedger(tx, {
    brand,
    subjectId,
    kind: 'fee',
    reference: `${provider}:${captureId}`,
    currency,
    at,
    billId: null,
    entries: [
      { account: `fees:${provider}`, amountMinor: feeMinor },
      { account: `cash:${provider}`, amountMinor: -feeMinor },
    ],
  })
}

/** An event about its refund came before we knew of the money: what it told is asked for now. */
async function askForReversals(tx: Tx, { id, provider }: LockedPayment, captureId: string): Promise<void> {
  const [early] = await tx.$queryRaw<{ found: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM provider_event WHERE provider = ${provider} AND object_ref = ${captureId}
                   AND type ~* 'refund|dispute|revers') AS found`
  if (early?.found) await enqueue(tx, 'payments.converge', { paymentId: id })
}

/** Other checkouts of the bill are looked at next: what is not owed any more is not to be paid there. */
async function closeOthers(tx: Tx, { id: paid }: LockedPayment, shares: readonly BillShare[]): Promise<void> {
  const bills = shares.map(({ billId }) => billId)
  const others = await tx.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT p.id FROM payment_share s JOIN payment p ON p.id = s.payment_id
    WHERE s.bill_id = ANY(${bills}::uuid[]) AND p.id <> ${paid}::uuid AND p.state IN ('created', 'pending', 'unknown')`
  for (const { id } of others) await enqueue(tx, 'payments.converge', { paymentId: id })
}

async function update(tx: Tx, { id }: LockedPayment, data: Prisma.PaymentUpdateInput): Promise<void> {
  await tx.payment.update({ where: { id }, data: { ...data, askedAt: clock.now() }, select: { id: true } })
}

async function lockPayment(tx: Tx, paymentId: string): Promise<LockedPayment> {
  const [payment] = await tx.$queryRaw<LockedPayment[]>`
    SELECT id, brand, subject_id AS "subjectId", bill_id AS "billId", provider, way, method, state, amount_minor AS "amountMinor",
           currency, keep_card AS "keepCard"
    FROM payment WHERE id = ${paymentId}::uuid FOR UPDATE`
  if (!payment) throw new Error('there is no such payment')
  return payment
}
