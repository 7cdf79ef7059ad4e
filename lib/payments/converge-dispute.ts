import { v7 as uuid } from 'uuid'
import { type Grant, inScope } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { followLedger } from '#lib/billing/index.ts'
import { type LedgerKind, type LedgerLine, lockBooks, postLedger } from '#lib/ledger/index.ts'
import { clock } from '#lib/platform/clock.ts'
import type { Tx } from '#lib/platform/database/index.ts'
import { disputeMoved } from './events.ts'
import type { PaymentRow } from './payment-row.ts'
import type { ProviderDispute } from './providers/provider.ts'
import { takeBack } from './take-back.ts'

/**
 * Brings a dispute to what the provider says, under the lock of its payment. While it is open the money is neither ours
 * nor lost; won, it comes back; lost, the bill is open again as far as it was paid by this, and what was given back
 * already is our loss. Events may come in any order and any number of times.
 */
export async function convergeDispute(
  grant: Grant<'payments:settle'>,
  payment: PaymentRow,
  found: ProviderDispute,
): Promise<void> {
  await inScope(grant, async (tx) => {
    await tx.$queryRaw`SELECT id FROM payment WHERE id = ${payment.id}::uuid FOR UPDATE`
    const where = { provider_providerRef: { provider: payment.provider, providerRef: found.ref } }
    const known = await tx.dispute.findUnique({ where })
    if (known && (known.state !== 'open' || found.state === 'open')) return
    const id = known?.id ?? (await open(tx, grant, payment, found))
    if (found.state === 'open') return
    await close(tx, grant, payment, found)
    await tx.dispute.update({ where, data: { state: found.state, closedAt: clock.now() }, select: { id: true } })
    await audit.record(tx, grant, disputeMoved(id, found.state))
  })
}

async function open(tx: Tx, grant: Grant, payment: PaymentRow, found: ProviderDispute): Promise<string> {
  const { brand, subjectId, provider, id: paymentId } = payment
  const { ref: providerRef, amountMinor, currency, reason, at: openedAt } = found
  const id = uuid()
  const facts = { providerRef, amountMinor, currency, reason, openedAt }
  await tx.dispute.create({
    data: { id, brand, subjectId, paymentId, provider, ...facts, state: 'open' },
    select: { id: true },
  })
  await post(tx, payment, found, 'dispute_opened', [
    { account: 'disputes', amountMinor },
    { account: `cash:${provider}`, amountMinor: -amountMinor },
  ])
  await audit.record(tx, grant, disputeMoved(id, 'open'))
  return id
}

async function close(tx: Tx, grant: Grant, payment: PaymentRow, found: ProviderDispute): Promise<void> {
  const { brand, subjectId, provider, id: paymentId } = payment
  const { amountMinor, currency } = found
  if (found.state === 'won')
    return post(tx, payment, found, 'dispute_won', [
      { account: `cash:${provider}`, amountMinor },
      { account: 'disputes', amountMinor: -amountMinor },
    ])
  await lockBooks(tx, brand, subjectId)
  const order = ['bill', 'credit', 'losses'] as const
  const creditUpTo = await creditMadeBy(tx, payment)
  const lines = await takeBack(tx, { brand, subjectId, paymentId, amountMinor, currency, order, creditUpTo })
  await post(tx, payment, found, 'dispute_lost', [...lines, { account: 'disputes', amountMinor: -amountMinor }])
  for (const { account, billId } of lines) if (account === 'receivable' && billId) await followLedger(tx, grant, billId)
}

/** What of the payment became the person's credit and was not given back: other credit of theirs is left alone. */
async function creditMadeBy(tx: Tx, { id, provider, captureId }: PaymentRow): Promise<bigint> {
  const [sum] = await tx.$queryRaw<{ minor: bigint }[]>`
    SELECT coalesce(-sum(e.amount_minor), 0)::bigint AS minor
    FROM ledger_transaction t JOIN ledger_entry e ON e.transaction_id = t.id AND e.account = 'customer_credit'
    WHERE t.kind = 'payment' AND t.reference = ${`${provider}:${captureId}`}
       OR t.kind IN ('refund_promised', 'refund_withdrawn')
          AND t.reference IN (SELECT id::text FROM refund WHERE payment_id = ${id}::uuid)`
  return sum?.minor ?? 0n
}

async function post(
  tx: Tx,
  { brand, subjectId, provider }: PaymentRow,
  { ref, currency }: ProviderDispute,
  kind: LedgerKind,
  entries: readonly LedgerLine[],
): Promise<void> {
  const reference = `${provider}:${ref}`
  await postLedger(tx, { brand, subjectId, kind, reference, currency, at: clock.now(), billId: null, entries })
}
