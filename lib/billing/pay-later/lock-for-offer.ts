import type { Grant } from '#lib/access/index.ts'
import { billBalance } from '#lib/ledger/index.ts'
import type { Tx } from '#lib/platform/database/index.ts'
import { billDays } from '../bill-days.ts'
import { lockBill } from '../lock-bill.ts'
import type { OfferedFor } from './offers.ts'

/** A bill of the person with what is open of it, locked, so that two choices cannot both be made. */
export async function lockForOffer(tx: Tx, grant: Grant, billId: string): Promise<OfferedFor> {
  const bill = await lockBill(tx, grant, billId)
  const openMinor = await billBalance(tx, billId, 'receivable')
  return { ...bill, openMinor, today: billDays(grant.brand).today }
}
