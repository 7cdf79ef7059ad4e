import { type Grant, inScope, subjectOf } from '#lib/access/index.ts'
import { type Category, getManifest } from '#lib/brands/index.ts'
import { Prisma } from '#lib/platform/database/index.ts'
import { HOLDINGS } from './holdings.ts'

/** How much is held in a category of the brand's manifest. */
export interface CategorySummary {
  readonly category: Category
  readonly rows: number
  readonly newest: Date | null
}

interface Counted {
  shape: string
  category: string | null
  rows: bigint
  newest: Date | null
}

/** Every category of the manifest in its order, the empty ones too; one statement whatever their number. */
export async function listCategories(
  grant: Grant<'inventory:view' | 'overview:view' | 'account:view' | 'exports:build'>,
): Promise<CategorySummary[]> {
  const of = { brand: grant.brand, subject: subjectOf(grant) }
  const parts = HOLDINGS.filter((holding) => !holding.internal).map((holding) => Prisma.sql`(${holding.summary(of)})`)
  const counted = await inScope(
    grant,
    (tx) => tx.$queryRaw<Counted[]>`
      SELECT shape, category, rows::bigint AS rows, newest
      FROM (${Prisma.join(parts, ' UNION ALL ')}) AS held (shape, category, rows, newest)`,
  )
  return getManifest(grant.brand).categories.map((category) => {
    const found = counted.filter(
      (row) => row.shape === category.shape && (row.category ?? category.key) === category.key,
    )
    const newest = found.map((row) => row.newest?.getTime() ?? 0)
    return {
      category,
      rows: found.reduce((sum, row) => sum + Number(row.rows), 0),
      newest: newest.some(Boolean) ? new Date(Math.max(...newest)) : null,
    }
  })
}
