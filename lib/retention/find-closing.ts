import { type Grant, inScope, subjectOf } from '#lib/access/index.ts'

/** A closing that is under way: until `eraseAfter` it can be undone. */
export interface ClosingView {
  readonly id: string
  readonly requestedAt: Date
  readonly eraseAfter: Date
}

/** The closing of the person's account that is under way; null where there is none. */
export async function findClosing(
  grant: Grant<'inventory:view' | 'overview:view' | 'account:view'>,
): Promise<ClosingView | null> {
  return inScope(grant, (tx) =>
    tx.closure.findFirst({
      where: { brand: grant.brand, subjectId: subjectOf(grant), state: 'requested' },
      select: { id: true, requestedAt: true, eraseAfter: true },
    }),
  )
}
