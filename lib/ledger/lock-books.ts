import type { Tx } from '#lib/platform/database/index.ts'

/**
 * Locks a person's books until the transaction ends: whoever reads a balance in order to post against it holds this
 * first, and rows of bills after it. Without a person (erased) there is no wallet, and the bill's own lock is enough.
 */
export async function lockBooks(tx: Tx, brand: string, subjectId: string | null): Promise<void> {
  if (subjectId)
    await tx.$queryRaw`SELECT id FROM account WHERE brand = ${brand} AND id = ${subjectId}::uuid FOR UPDATE`
}
