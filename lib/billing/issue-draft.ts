import type { Grant } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { postLedger } from '#lib/ledger/index.ts'
import { addDays } from '#lib/platform/calendar/index.ts'
import type { Tx } from '#lib/platform/database/index.ts'
import { applyCredit } from './apply-credit.ts'
import { billIssued } from './events.ts'
import { followLedger } from './follow-ledger.ts'
import { nextBillNumber } from './next-bill-number.ts'

/** A bill that was just given its number. */
export interface NumberedBill {
  readonly id: string
  readonly number: string
  readonly totalMinor: bigint
  readonly currency: string
}

/**
 * Issues a draft: the next number of the brand's year, the days, the posting in the ledger, and what credit the person
 * has, or gets by a bill below zero. From here on the database refuses any edit. A bill that is no draft (any more) is refused by its transition.
 * The caller holds the person's books.
 */
export async function issueDraft(tx: Tx, grant: Grant, billId: string, issuedOn: string): Promise<NumberedBill> {
  const { brand } = grant
  const dueOn = new Date(addDays(issuedOn, getManifest(brand).paymentTermDays))
  const number = await nextBillNumber(tx, brand, Number(issuedOn.slice(0, 4)))
  const bill = await tx.bill.update({
    where: { id: billId, brand, state: 'draft' },
    data: { state: 'issued', number, issuedOn: new Date(issuedOn), dueOn, payableOn: dueOn },
  })
  const { subjectId, currency, netMinor, vatMinor, totalMinor } = bill
  await postLedger(tx, {
    brand,
    subjectId,
    kind: 'bill_issued',
    reference: billId,
    currency,
    at: new Date(issuedOn),
    billId,
    entries: [
      // A bill below zero asks for nothing: it is held as the person's credit, and pays their next bill.
      { account: totalMinor < 0n ? 'customer_credit' : 'receivable', amountMinor: totalMinor },
      { account: 'revenue', amountMinor: -netMinor },
      { account: 'vat', amountMinor: -vatMinor },
    ],
  })
  await audit.record(tx, grant, billIssued(billId, number))
  if (totalMinor < 0n) await followLedger(tx, grant, billId)
  else await applyCredit(tx, grant, billId)
  return { id: billId, number, totalMinor, currency }
}
