import type { Grant } from '#lib/access/index.ts'
import { applyToBill, followLedger } from '#lib/billing/index.ts'
import { type LedgerLine, lockBooks, postLedger } from '#lib/ledger/index.ts'
import { clock } from '#lib/platform/clock.ts'
import type { Tx } from '#lib/platform/database/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { creditOf, type Reversal, takeBack } from '../take-back.ts'
import type { RefundRow } from './refund-row.ts'

const ORDER: Readonly<Record<RefundRow['source'], Reversal['order']>> = {
  credit: ['credit'],
  bill: ['bill', 'goodwill'],
  goodwill: ['goodwill'],
  // Nobody said here where it comes from: what is held for the person first.
  provider: ['credit', 'bill', 'losses'],
}

/**
 * Puts the money of a refund aside before it leaves, so that nothing is given back twice or used meanwhile.
 * @throws Refusal `payments.credit_too_small`
 */
export async function promiseRefund(tx: Tx, grant: Grant, refund: RefundRow): Promise<void> {
  const { id, brand, subjectId, paymentId, amountMinor, currency, source } = refund
  await lockBooks(tx, brand, subjectId)
  if (source === 'credit' && (await creditOf(tx, refund)) < amountMinor) throw new Refusal('payments.credit_too_small')
  const lines = await takeBack(tx, { brand, subjectId, paymentId, amountMinor, currency, order: ORDER[source] })
  await post(tx, refund, 'refund_promised', id, [...lines, { account: 'refunds', amountMinor: -amountMinor }])
  await follow(tx, grant, lines)
}

/** The money left: posted once for the provider's id of the refund. */
export async function postRefund(tx: Tx, refund: RefundRow, ref: string): Promise<void> {
  const { provider, amountMinor } = refund
  await post(tx, refund, 'refund', `${provider}:${ref}`, [
    { account: 'refunds', amountMinor },
    { account: `cash:${provider}`, amountMinor: -amountMinor },
  ])
}

/** It came back from the bank. */
export async function returnRefund(tx: Tx, refund: RefundRow, ref: string): Promise<void> {
  const { provider, amountMinor } = refund
  await post(tx, refund, 'refund_returned', `${provider}:${ref}`, [
    { account: `cash:${provider}`, amountMinor },
    { account: 'refunds', amountMinor: -amountMinor },
  ])
}

/** Takes a promise back whose money did not leave: it goes to where it came from, as far as there is still room. */
export async function withdrawRefund(tx: Tx, grant: Grant, refund: RefundRow): Promise<void> {
  const { id, brand, subjectId, currency } = refund
  await lockBooks(tx, brand, subjectId)
  const promised = await tx.ledgerEntry.findMany({
    where: { transaction: { brand, kind: 'refund_promised', reference: id }, account: { not: 'refunds' } },
  })
  const lines: LedgerLine[] = []
  for (const { account, billId, amountMinor } of promised) {
    if (account === 'receivable' && billId) lines.push(...(await applyToBill(tx, { billId, amountMinor, currency })))
    else if (account === 'customer_credit') lines.push({ account, billId, amountMinor: -amountMinor })
    else if (account === 'goodwill' || account === 'losses')
      lines.push({ account, billId: null, amountMinor: -amountMinor })
  }
  const sum = lines.reduce((total, line) => total + line.amountMinor, 0n)
  await post(tx, refund, 'refund_withdrawn', id, [...lines, { account: 'refunds', amountMinor: -sum }])
  await follow(tx, grant, lines)
}

async function post(
  tx: Tx,
  { brand, subjectId, currency }: RefundRow,
  kind: 'refund_promised' | 'refund' | 'refund_returned' | 'refund_withdrawn',
  reference: string,
  entries: readonly LedgerLine[],
): Promise<void> {
  await postLedger(tx, { brand, subjectId, kind, reference, currency, at: clock.now(), billId: null, entries })
}

async function follow(tx: Tx, grant: Grant, lines: readonly LedgerLine[]): Promise<void> {
  const bills = lines.flatMap(({ account, billId }) => (account === 'receivable' && billId ? [billId] : []))
  for (const billId of new Set(bills)) await followLedger(tx, grant, billId)
}
