import { v7 as uuid } from 'uuid'
import type { Tx } from '#lib/platform/database/index.ts'

/** What people owe, what was earned, tax on it, money at a provider, and what is held for a person. */
export type LedgerAccount = 'receivable' | 'revenue' | 'vat' | 'customer_credit' | `cash:${string}`

export interface LedgerPosting {
  readonly brand: string
  readonly subjectId: string | null
  readonly kind: 'bill_issued' | 'payment'
  /** With the brand and the kind it can be posted only once. */
  readonly reference: string
  readonly currency: string
  readonly at: Date
  readonly billId: string
  /** Debit positive, credit negative, together zero; the database refuses anything else. */
  readonly entries: readonly { readonly account: LedgerAccount; readonly amountMinor: bigint }[]
}

/** Posts one business fact; false where it was posted before. Entries of nothing are left out. */
export async function postLedger(tx: Tx, posting: LedgerPosting): Promise<boolean> {
  const { brand, subjectId, kind, reference, currency, at, billId } = posting
  const id = uuid()
  const created = await tx.$executeRaw`
    INSERT INTO ledger_transaction (id, brand, subject_id, kind, reference, at)
    VALUES (${id}::uuid, ${brand}, ${subjectId}::uuid, ${kind}, ${reference}, ${at})
    ON CONFLICT (brand, kind, reference) DO NOTHING`
  if (created === 0) return false
  await tx.ledgerEntry.createMany({
    data: posting.entries
      .filter(({ amountMinor }) => amountMinor !== 0n)
      .map((entry) => ({ ...entry, brand, subjectId, transactionId: id, billId, currency })),
  })
  return true
}
