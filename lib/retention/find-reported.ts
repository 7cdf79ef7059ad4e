import { findSubjectByIdentifier } from '#lib/identity/index.ts'
import type { Tx } from '#lib/platform/database/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'

/**
 * The account that a report names, by its reference or by what its person signs in with.
 * @throws Refusal `retention.account_not_found`
 */
export async function findReported(
  tx: Tx,
  brand: string,
  written: string,
): Promise<{ readonly id: string; readonly ref: string }> {
  const named = written.trim()
  const select = { id: true, ref: true }
  const byRef = await tx.account.findFirst({
    where: { brand, ref: { in: [named, named.toUpperCase()] }, erasedAt: null },
    select,
  })
  if (byRef) return byRef
  const id = await findSubjectByIdentifier(tx, brand, written)
  const found = id && (await tx.account.findFirst({ where: { brand, id }, select }))
  if (!found) throw new Refusal('retention.account_not_found', { field: 'account' })
  return found
}
