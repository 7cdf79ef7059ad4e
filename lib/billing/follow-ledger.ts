import type { Grant } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { billBalance } from '#lib/ledger/index.ts'
import type { Tx } from '#lib/platform/database/index.ts'
import { enqueue } from '#lib/platform/queue/index.ts'
import { billDays } from './bill-days.ts'
import { billMoved } from './events.ts'
import { mayBecome, standingOn } from './lifecycle.ts'
import { followInstalments } from './pay-later/follow-instalments.ts'
import { endPayLinks } from './pay-link/end-pay-links.ts'
import type { BillState } from './schema.ts'

interface Followed {
  readonly brand: string
  readonly kind: string
  readonly state: BillState
  readonly totalMinor: bigint
  readonly payableOn: string
}

/**
 * Brings a bill to where it stands by its books and by the day: paid, part paid, due or overdue, with the next instalment
 * where there is an arrangement. After anything was posted against it, and once a day. A bill that was cancelled or
 * written off stays so. The caller holds the person's books, or no more than this bill's row.
 */
export async function followLedger(tx: Tx, grant: Grant, billId: string): Promise<BillState> {
  const [bill] = await tx.$queryRaw<Followed[]>`
    SELECT brand, kind, state, total_minor AS "totalMinor", payable_on::text AS "payableOn"
    FROM bill WHERE id = ${billId}::uuid FOR UPDATE`
  if (!bill) throw new Error('there is no such bill')
  if (bill.state === 'draft') return bill.state
  const days = billDays(bill.brand)
  const openMinor = await billBalance(tx, billId, 'receivable')
  const payableOn = await followInstalments(tx, grant, { billId, openMinor, today: days.today, ...bill })
  const state = standingOn({ ...bill, openMinor, payableOn }, days)
  const moves = state !== bill.state && mayBecome(bill.state, state)
  if (!moves && payableOn === bill.payableOn) return bill.state
  await tx.bill.update({
    where: { id: billId },
    data: { payableOn: new Date(payableOn), ...(moves ? { state } : {}) },
    select: { id: true },
  })
  if (moves) await audit.record(tx, grant, billMoved(billId, state))
  if (moves && state === 'paid') await endPayLinks(tx, billId)
  // What a fee was asked for goes on by itself.
  if (moves && state === 'paid' && bill.kind === 'fee')
    await enqueue(tx, 'requests.continue', { brand: bill.brand, bill: billId })
  return moves ? state : bill.state
}
