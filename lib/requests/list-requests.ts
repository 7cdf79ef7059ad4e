import { type Grant, inScope, subjectOf } from '#lib/access/index.ts'
import { toView } from './request-view.ts'
import type { RequestView } from './schema.ts'

/** The person's requests, newest first, by key. */
export async function listRequests(
  grant: Grant<'requests:view'>,
  query: { readonly limit: number; readonly before?: { readonly at: Date; readonly id: string } },
): Promise<RequestView[]> {
  const { before, limit } = query
  const rows = await inScope(grant, (tx) =>
    tx.rightsRequest.findMany({
      where: {
        brand: grant.brand,
        subjectId: subjectOf(grant),
        ...(before
          ? { openedAt: { lte: before.at }, OR: [{ openedAt: { lt: before.at } }, { id: { lt: before.id } }] }
          : {}),
      },
      orderBy: [{ openedAt: 'desc' }, { id: 'desc' }],
      take: limit,
    }),
  )
  return rows.map(toView)
}
