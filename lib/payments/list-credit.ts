import { type Grant, inScope, subjectOf } from '#lib/access/index.ts'
import { type Credit, walletOf } from '#lib/ledger/index.ts'

/** What is held for the person, by currency: the fold of their entries. */
export async function listCredit(grant: Grant<'payments:view' | 'bills:view' | 'overview:view'>): Promise<Credit[]> {
  return inScope(grant, (tx) => walletOf(tx, { brand: grant.brand, subject: subjectOf(grant) }))
}
