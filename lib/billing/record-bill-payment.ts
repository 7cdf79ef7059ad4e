import type { Grant } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import type { Tx } from '#lib/platform/database/index.ts'
import { billPaid } from './events.ts'
import { mayBecome } from './lifecycle.ts'
import { postLedger } from './post-ledger.ts'
import type { BillState } from './schema.ts'

/** Money that a provider took for a bill. */
export interface BillPayment {
  readonly billId: string
  readonly provider: string
  /** The provider's id of the movement of money: it is posted once, whoever reports it how often. */
  readonly captureId: string
  readonly amountMinor: bigint
  readonly currency: string
  readonly at: Date
}

interface LockedBill {
  readonly brand: string
  readonly subjectId: string | null
  readonly state: BillState
  readonly openMinor: bigint
}

/**
 * Posts a payment against its bill and moves the bill's state, under a lock on the bill. What is more than was open, or
 * comes for a bill that is settled or cancelled, is held as the person's credit. Posting it again changes nothing.
 * @returns whether it was posted now
 */
export async function recordBillPayment(tx: Tx, grant: Grant, payment: BillPayment): Promise<boolean> {
  const bill = await lockBill(tx, payment)
  const open = bill.openMinor > 0n ? bill.openMinor : 0n
  const applied = payment.amountMinor < open ? payment.amountMinor : open
  const posted = await postLedger(tx, {
    brand: bill.brand,
    subjectId: bill.subjectId,
    kind: 'payment',
    reference: `${payment.provider}:${payment.captureId}`,
    currency: payment.currency,
    at: payment.at,
    billId: payment.billId,
    entries: [
      { account: `cash:${payment.provider}`, amountMinor: payment.amountMinor },
      { account: 'receivable', amountMinor: -applied },
      { account: 'customer_credit', amountMinor: applied - payment.amountMinor },
    ],
  })
  if (!posted) return false
  const state: BillState = applied === open ? 'paid' : 'part_paid'
  if (applied > 0n && mayBecome(bill.state, state)) {
    await tx.bill.update({ where: { id: payment.billId }, data: { state }, select: { id: true } })
    await audit.record(tx, grant, billPaid(payment.billId, state))
  }
  return true
}

async function lockBill(tx: Tx, { billId, currency }: BillPayment): Promise<LockedBill> {
  const [bill] = await tx.$queryRaw<(Omit<LockedBill, 'openMinor'> & { currency: string })[]>`
    SELECT brand, subject_id AS "subjectId", state, currency FROM bill WHERE id = ${billId}::uuid FOR UPDATE`
  if (!bill) throw new Error('a payment belongs to a bill')
  if (bill.currency !== currency) throw new Error('a payment is in the currency of its bill')
  // Asked after the lock was taken, so that a posting that went before is seen.
  const [sum] = await tx.$queryRaw<{ open: bigint }[]>`
    SELECT coalesce(sum(amount_minor), 0)::bigint AS open FROM ledger_entry
    WHERE bill_id = ${billId}::uuid AND account = 'receivable'`
  return { ...bill, openMinor: sum?.open ?? 0n }
}
