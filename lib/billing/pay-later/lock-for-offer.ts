import type { Grant } from '#lib/access/index.ts'
import { billBalance } from '#lib/ledger/index.ts'
import type { Tx } from '#lib/platform/database/index.ts'
import { lockBill } from '../lock-bill.ts'
import { historyColumn, type OfferedFor, type PayLaterHistory } from './offers.ts'

/** A bill of the person with what is open of it, locked, so that two choices cannot both be made. */
export async function lockForOffer(tx: Tx, grant: Grant, billId: string): Promise<OfferedFor> {
  const bill = await lockBill(tx, grant, billId)
  const openMinor = await billBalance(tx, billId, 'receivable')
  const [row] = await tx.$queryRaw<{ history: PayLaterHistory }[]>`
    SELECT ${historyColumn()} AS history FROM bill b WHERE id = ${billId}::uuid`
  if (!row) throw new Error('there is no such bill')
  return { ...bill, ...row, openMinor }
}
