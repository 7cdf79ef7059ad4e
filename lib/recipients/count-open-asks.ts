import { type Grant, inScope, subjectOf } from '#lib/access/index.ts'
import { Prisma } from '#lib/platform/database/index.ts'

type Reader = Grant<'overview:view' | 'consents:view'>

/** How many new or changed recipients wait for the person's answer. */
export async function countOpenAsks(grant: Reader): Promise<number> {
  const [row] = await inScope(grant, (tx) => tx.$queryRaw<{ count: bigint }[]>(openAsks(grant)))
  return Number(row?.count)
}

/** The query of that number, for a page that counts several things at once. */
export function openAsks(grant: Reader): Prisma.Sql {
  return Prisma.sql`SELECT count(*) FROM recipient_ask
    WHERE brand = ${grant.brand} AND subject_id = ${subjectOf(grant)}::uuid AND answered_at IS NULL`
}
