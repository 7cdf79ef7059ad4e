/**
 * Bills: what was used, priced by the brand's tariffs, numbered without gaps and posted in the ledger. What is open of
 * a bill is the fold of the ledger's entries and is stored nowhere else.
 */

export { applyCredit } from './apply-credit.ts'
export { applyToBill } from './apply-to-bill.ts'
export type { ArrangementView, BillLineView, BillSummary, BillView } from './bill-view.ts'
export { discardDraft } from './discard-draft.ts'
export { followLedger } from './follow-ledger.ts'
export { findBill, getBill } from './get-bill.ts'
export { isPaid } from './is-paid.ts'
export { draftBill, type IssuedBill, issueBill } from './issue-bill.ts'
export { issueFeeBill, REQUEST_FEE } from './issue-fee-bill.ts'
export { listBills } from './list-bills.ts'
export { listOpenBills } from './list-open-bills.ts'
export { moveBills } from './move-bills.ts'
export { openBillDocument } from './open-bill-document.ts'
export { cancelBillOperation, rebillOperation, writeOffBillOperation } from './operations.ts'
export { arrangeBill } from './pay-later/arrange-bill.ts'
export { extendBill } from './pay-later/extend-bill.ts'
export type { Instalment } from './pay-later/instalments.ts'
export { offersFor } from './pay-later/offers.ts'
export { billsHeld } from './personal-data.ts'
export { type PricedLine, priceByTariffs, priceRead, readForPricing } from './price-period.ts'
export { readStatement, type Statement } from './read-statement.ts'
export { type BillPayment, type BillShare, recordBillPayment } from './record-bill-payment.ts'
