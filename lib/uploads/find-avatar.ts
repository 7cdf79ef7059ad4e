import { type Grant, inScope, subjectOf } from '#lib/access/index.ts'

/** The picture of the person's profile; null where there is none. */
export async function findAvatar(grant: Grant<'profile:view'>): Promise<{ readonly id: string } | null> {
  return inScope(grant, (tx) =>
    tx.upload.findFirst({
      where: { brand: grant.brand, subjectId: subjectOf(grant), kind: 'avatar' },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      select: { id: true },
    }),
  )
}
