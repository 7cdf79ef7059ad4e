import { v7 as uuid } from 'uuid'
import type { Grant } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { billBalance, postLedger, walletOf } from '#lib/ledger/index.ts'
import { localDay } from '#lib/platform/calendar/index.ts'
import { clock } from '#lib/platform/clock.ts'
import type { Tx } from '#lib/platform/database/index.ts'
import { enqueue } from '#lib/platform/queue/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { arrangementMoved, billCancelled } from './events.ts'
import { mayBecome } from './lifecycle.ts'
import { type LockedBill, lockBill } from './lock-bill.ts'
import { nextBillNumber } from './next-bill-number.ts'
import { endPayLinks } from './pay-link/end-pay-links.ts'
import type { CorrectBill, FEE_DROPPED } from './schema.ts'

/** Why a bill is taken back: what staff found wrong, or that the work its fee was for is not done. */
type TakeBack = Pick<CorrectBill, 'billId'> & { readonly reason: CorrectBill['reason'] | typeof FEE_DROPPED }

/** The document that takes a bill back, and the bill as it was. */
export interface TakenBack {
  readonly creditNote: { readonly id: string; readonly number: string }
  readonly bill: LockedBill
}

/**
 * Takes a bill back by a credit note over the whole of it: what was open is not owed any more, what was paid is held as
 * the person's credit. Checkouts that are open for it are looked at next; money that arrives there all the same is held
 * as credit too.
 * @throws Refusal `billing.not_found`, `billing.not_cancellable`, `billing.credit_spent` for a bill below zero whose credit
 *   was used since
 */
export async function takeBack(tx: Tx, grant: Grant, { billId, reason }: TakeBack): Promise<TakenBack> {
  const bill = await lockBill(tx, grant, billId)
  if (!mayBecome(bill.state, 'cancelled')) throw new Refusal('billing.not_cancellable')
  await refuseSpentCredit(tx, bill)
  const creditNote = await writeCreditNote(tx, grant, bill, reason)
  await postCancellation(tx, grant, bill)
  await tx.bill.update({ where: { id: billId }, data: { state: 'cancelled' }, select: { id: true } })
  await endArrangement(tx, grant, billId)
  await endPayLinks(tx, billId)
  await enqueue(tx, 'payments.recheck', { billId })
  await audit.record(tx, grant, {
    ...billCancelled(billId, { reason, creditNote: creditNote.number }),
    ...(bill.subjectId ? { subject: bill.subjectId } : {}),
  })
  return { creditNote, bill }
}

/** A wallet is never below zero: credit that paid another bill, or was paid out, is not there to be taken back. */
async function refuseSpentCredit(tx: Tx, { subjectId, totalMinor, currency, ...bill }: LockedBill): Promise<void> {
  if (totalMinor >= 0n || !subjectId) return
  const wallet = await walletOf(tx, { brand: bill.brand, subject: subjectId })
  const held = wallet.find((credit) => credit.currency === currency)?.amountMinor ?? 0n
  if (held < -totalMinor) throw new Refusal('billing.credit_spent')
}

async function writeCreditNote(tx: Tx, { brand }: Grant, bill: LockedBill, reason: string) {
  const today = localDay(clock.now(), getManifest(brand).zone)
  const { subjectId, currency, netMinor, vatMinor, totalMinor } = bill
  const number = await nextBillNumber(tx, brand, Number(today.slice(0, 4)))
  const id = uuid()
  await tx.creditNote.create({
    data: {
      id,
      brand,
      subjectId,
      billId: bill.id,
      number,
      reason,
      currency,
      issuedOn: new Date(today),
      netMinor,
      vatMinor,
      totalMinor,
    },
    select: { id: true },
  })
  return { id, number }
}

async function postCancellation(tx: Tx, { brand }: Grant, bill: LockedBill): Promise<void> {
  const { id: billId, subjectId, currency, netMinor, vatMinor, totalMinor } = bill
  const openMinor = await billBalance(tx, billId, 'receivable')
  await postLedger(tx, {
    brand,
    subjectId,
    kind: 'bill_cancelled',
    reference: billId,
    currency,
    at: clock.now(),
    billId,
    entries: [
      { account: 'receivable', amountMinor: -openMinor },
      { account: 'revenue', amountMinor: netMinor },
      { account: 'vat', amountMinor: vatMinor },
      { account: 'customer_credit', amountMinor: openMinor - totalMinor },
    ],
  })
}

async function endArrangement(tx: Tx, grant: Grant, billId: string): Promise<void> {
  const active = await tx.arrangement.findFirst({ where: { billId, state: 'active' }, select: { id: true } })
  if (!active) return
  await tx.arrangement.update({ where: { id: active.id }, data: { state: 'ended' }, select: { id: true } })
  await audit.record(tx, grant, arrangementMoved(active.id, 'ended'))
}
