import { type Grant, inScope } from '#lib/access/index.ts'
import { sha256 } from '#lib/platform/crypto/index.ts'
import type { Certificate } from './schema.ts'

/**
 * The certificate of an erasure, for whoever has its secret address; null where there is none for this brand, or the
 * account is not erased yet. It counts and dates, and says nothing about the person.
 */
export async function findCertificate(grant: Grant<'certificates:view'>, token: string): Promise<Certificate | null> {
  return inScope(grant, async (tx) => {
    const closure = await tx.closure.findFirst({
      where: { certificateHash: sha256(token), brand: grant.brand, state: 'erased' },
    })
    if (!closure?.erasedAt) return null
    const entries = await tx.erasureEntry.findMany({
      where: { brand: grant.brand, subjectId: closure.subjectId, cause: { in: ['closing', 'kept_until_over'] } },
      orderBy: [{ at: 'asc' }, { id: 'asc' }],
    })
    return {
      requestedAt: closure.requestedAt,
      erasedAt: closure.erasedAt,
      ends: entries.map(({ category, cause, erased, anonymised, kept, keptGround, keptUntil, at }) => ({
        category,
        erased,
        anonymised,
        kept,
        ground: keptGround,
        until: keptUntil,
        later: cause === 'kept_until_over',
        at,
      })),
    }
  })
}
