import { type Grant, inScope, subjectOf } from '#lib/access/index.ts'

/** How many of the person's requests are not closed yet. */
export async function countOpenRequests(grant: Grant<'requests:view' | 'overview:view'>): Promise<number> {
  return inScope(grant, (tx) =>
    tx.rightsRequest.count({ where: { brand: grant.brand, subjectId: subjectOf(grant), closedAt: null } }),
  )
}
