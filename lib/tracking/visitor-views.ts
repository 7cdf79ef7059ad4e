import { type Grant, inScope } from '#lib/access/index.ts'
import { sha256 } from '#lib/platform/crypto/index.ts'

/** What was counted under one browser's number, the most read first. */
export async function visitorViews(
  grant: Grant<'tracking:choose'>,
  visitor: string,
): Promise<{ page: string; views: number }[]> {
  return inScope(
    grant,
    (tx) => tx.$queryRaw<{ page: string; views: number }[]>`
      SELECT page, sum(views)::int AS views FROM page_view
      WHERE brand = ${grant.brand} AND visitor = ${sha256(visitor)} GROUP BY page ORDER BY 2 DESC, 1 LIMIT 50`,
  )
}

/** Deletes what was counted under one browser's number. Nothing of it can be told apart afterwards. */
export async function forgetVisitor(grant: Grant<'tracking:choose'>, visitor: string): Promise<void> {
  await inScope(grant, (tx) => tx.pageView.deleteMany({ where: { brand: grant.brand, visitor: sha256(visitor) } }))
}
