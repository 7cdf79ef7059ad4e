import { type Grant, inScope, subjectOf } from '#lib/access/index.ts'

/** A browser that gets a person's notices. */
export interface PushBrowser {
  readonly id: string
  /** What it called itself when it was added. */
  readonly client: string
  readonly createdAt: Date
}

/** The browsers that get the person's notices, newest first. */
export async function listPush(grant: Grant<'notices:view'>): Promise<PushBrowser[]> {
  return inScope(grant, (tx) =>
    tx.pushSubscription.findMany({
      where: { brand: grant.brand, subjectId: subjectOf(grant) },
      select: { id: true, client: true, createdAt: true },
      orderBy: { createdAt: 'desc' },
    }),
  )
}
