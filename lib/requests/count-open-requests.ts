import { type Grant, inScope, subjectOf } from '#lib/access/index.ts'
import { Prisma } from '#lib/platform/database/index.ts'

type Reader = Grant<'requests:view' | 'overview:view'>

/** How many of the person's requests are not closed yet. */
export async function countOpenRequests(grant: Reader): Promise<number> {
  const [row] = await inScope(grant, (tx) => tx.$queryRaw<{ count: bigint }[]>(openRequests(grant)))
  return Number(row?.count)
}

/** The query of that number, for a page that counts several things at once. */
export function openRequests(grant: Reader): Prisma.Sql {
  return Prisma.sql`SELECT count(*) FROM rights_request
    WHERE brand = ${grant.brand} AND subject_id = ${subjectOf(grant)}::uuid AND closed_at IS NULL`
}
