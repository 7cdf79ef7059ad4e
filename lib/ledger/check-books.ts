import type { Tx } from '#lib/platform/database/index.ts'

/** A rule of the books that does not hold, and how often. */
export interface BookFault {
  readonly rule: string
  readonly count: bigint
}

/**
 * Looks through the books for what must never be: postings that do not balance, money of one capture or refund posted
 * twice, a wallet below zero, a bill whose state contradicts its balance.
 * @returns nothing where all is well
 */
export async function checkBooks(tx: Tx): Promise<BookFault[]> {
  return tx.$queryRaw<BookFault[]>`
    SELECT rule, count(*) AS count FROM (
      SELECT 'a transaction balances in each currency' AS rule FROM ledger_entry
        GROUP BY transaction_id, currency HAVING sum(amount_minor) <> 0
      UNION ALL
      SELECT 'money that moved is posted once' FROM ledger_transaction
        WHERE kind IN ('payment', 'refund') GROUP BY kind, reference HAVING count(*) > 1
      UNION ALL
      SELECT 'a wallet is never below zero' FROM ledger_entry WHERE account = 'customer_credit'
        GROUP BY brand, subject_id, currency HAVING sum(amount_minor) > 0
      UNION ALL
      SELECT 'what is promised back is not negative' FROM ledger_entry WHERE account = 'refunds'
        GROUP BY brand, subject_id, currency HAVING sum(amount_minor) > 0
      UNION ALL
      SELECT 'a bill is in the state of its balance' FROM bill b
        CROSS JOIN LATERAL (
          SELECT coalesce(sum(amount_minor), 0) AS minor FROM ledger_entry
          WHERE bill_id = b.id AND account = 'receivable'
        ) open
        WHERE b.state = 'paid' AND open.minor <> 0
          OR b.state IN ('issued', 'due', 'part_paid', 'overdue') AND open.minor <= 0
          OR b.state IN ('cancelled', 'written_off') AND open.minor <> 0
    ) faults GROUP BY rule ORDER BY rule`
}
