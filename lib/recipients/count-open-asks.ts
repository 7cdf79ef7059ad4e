import { type Grant, inScope, subjectOf } from '#lib/access/index.ts'

/** How many new or changed recipients wait for the person's answer. */
export async function countOpenAsks(grant: Grant<'overview:view' | 'consents:view'>): Promise<number> {
  return inScope(grant, (tx) =>
    tx.recipientAsk.count({ where: { brand: grant.brand, subjectId: subjectOf(grant), answeredAt: null } }),
  )
}
