import { type Grant, inScope } from '#lib/access/index.ts'
import type { Tx } from '#lib/platform/database/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'

/** When the erasure of the accounts of a brand that has stopped begins; null for a brand that goes on. */
export async function findEnd(tx: Tx, brand: string): Promise<{ readonly eraseAfter: Date } | null> {
  return tx.windDown.findUnique({ where: { brand }, select: { eraseAfter: true } })
}

export function isEnding(grant: Grant<'identity:sign-up'>): Promise<boolean> {
  return inScope(grant, async (tx) => (await findEnd(tx, grant.brand)) !== null)
}

/** @throws Refusal `brands.ending` where the brand has stopped */
export async function refuseIfEnding(tx: Tx, brand: string): Promise<void> {
  if (await findEnd(tx, brand)) throw new Refusal('brands.ending')
}
