import { type Grant, inScope, subjectOf } from '#lib/access/index.ts'
import { type Category, getManifest } from '#lib/brands/index.ts'
import { type Counted, countCategory, countHeld } from './count-held.ts'
import { findCategory } from './find-category.ts'
import { HOLDINGS, holdingOf } from './holdings.ts'
import { MOST_COUNTED } from './schema.ts'

/** How much is held in a category of the brand's manifest. */
export interface CategorySummary {
  readonly category: Category
  readonly rows: number
  readonly newest: Date | null
  /** `newest` is a calendar day at midnight UTC and no instant. */
  readonly byDay: boolean
}

/** Every category of the manifest in its order, the empty ones too; one statement. */
export async function listCategories(
  grant: Grant<'inventory:view' | 'overview:view' | 'consents:view' | 'account:cancel'>,
): Promise<CategorySummary[]> {
  const of = { brand: grant.brand, subject: subjectOf(grant) }
  const counted = await inScope(grant, (tx) => countHeld(tx, of, HOLDINGS))
  return getManifest(grant.brand).categories.map((category) => summaryOf(category, counted))
}

/**
 * One category of the manifest; where there are very many rows, `rows` is `MOST_COUNTED` and more of them there are.
 * @throws Refusal `inventory.not_found`
 */
export async function getCategory(grant: Grant<'inventory:view'>, key: string): Promise<CategorySummary> {
  const { category, holding } = findCategory(grant.brand, key)
  const of = { brand: grant.brand, subject: subjectOf(grant), category: key }
  return summaryOf(category, await inScope(grant, (tx) => countCategory(tx, of, holding, MOST_COUNTED)))
}

function summaryOf(category: Category, counted: readonly Counted[]): CategorySummary {
  const found = counted.filter((row) => row.shape === category.shape && (row.category ?? category.key) === category.key)
  const newest = Math.max(0, ...found.map((row) => row.newest?.getTime() ?? 0))
  return {
    category,
    rows: found.reduce((sum, row) => sum + Number(row.rows), 0),
    newest: newest > 0 ? new Date(newest) : null,
    byDay: holdingOf(category)?.byDay ?? false,
  }
}
