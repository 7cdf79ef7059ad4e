import { v7 as uuid } from 'uuid'
import type { Tx } from '#lib/platform/database/index.ts'
import type { LedgerAccount, LedgerKind } from './accounts.ts'

/** One line of a posting: debit positive, credit negative, in minor units. */
export interface LedgerLine {
  readonly account: LedgerAccount
  readonly amountMinor: bigint
  /** The bill that the line is about; the posting's own where it is left out. */
  readonly billId?: string | null
}

export interface LedgerPosting {
  readonly brand: string
  readonly subjectId: string | null
  readonly kind: LedgerKind
  /** With the brand and the kind it can be posted only once. */
  readonly reference: string
  readonly currency: string
  readonly at: Date
  readonly billId: string | null
  /** Together zero; the database refuses anything else when the transaction commits. */
  readonly entries: readonly LedgerLine[]
}

/** Posts one business fact; false where it was posted before. Lines of nothing are left out. */
export async function postLedger(tx: Tx, posting: LedgerPosting): Promise<boolean> {
  const { brand, subjectId, kind, reference, currency, at, billId, entries } = posting
  const id = uuid()
  const created = await tx.$executeRaw`
    INSERT INTO ledger_transaction (id, brand, subject_id, kind, reference, at)
    VALUES (${id}::uuid, ${brand}, ${subjectId}::uuid, ${kind}, ${reference}, ${at})
    ON CONFLICT (brand, kind, reference) DO NOTHING`
  if (created === 0) return false
  await tx.ledgerEntry.createMany({
    data: entries
      .filter(({ amountMinor }) => amountMinor !== 0n)
      .map((line) => ({ billId, ...line, brand, subjectId, transactionId: id, currency })),
  })
  return true
}
