import { type Grant, inScope, subjectOf } from '#lib/access/index.ts'
import { unsealText } from './sealed-text.ts'

/** A request as its person sees it. */
export interface RequestView {
  readonly id: string
  readonly kind: string
  readonly state: string
  readonly text: string | null
  readonly openedAt: Date
  readonly dueAt: Date | null
  readonly closedAt: Date | null
  readonly answer: string | null
}

/** The person's requests, newest first, by key. */
export async function listRequests(
  grant: Grant<'requests:view' | 'overview:view'>,
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
  return rows.map(({ id, kind, state, openedAt, dueAt, closedAt, answer, sealedText }) => ({
    id,
    kind,
    state,
    text: unsealText(id, sealedText),
    openedAt,
    dueAt,
    closedAt,
    answer,
  }))
}
