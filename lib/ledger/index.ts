/**
 * The books: double entry, append-only, balanced by the database. Every figure about money (what is open of a bill, the
 * person's credit, what was refunded) is a fold of entries and stored nowhere else.
 */
export type { LedgerAccount, LedgerKind } from './accounts.ts'
export { billBalance, type Credit, walletOf, walletQuery } from './balances.ts'
export { type BookFault, checkBooks } from './check-books.ts'
export { lockBooks } from './lock-books.ts'
export { type LedgerLine, type LedgerPosting, postLedger } from './post-ledger.ts'
