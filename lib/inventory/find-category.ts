import { type Category, getManifest } from '#lib/brands/index.ts'
import type { Holding } from '#lib/personal-data/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { holdingOf } from './holdings.ts'

/** A category with the holding in which its rows live. */
export interface HeldCategory {
  readonly category: Category
  readonly holding: Holding
}

/**
 * A category of the brand with its holding.
 * @throws Refusal `inventory.not_found`
 */
export function findCategory(brand: string, key: string): HeldCategory {
  const category = getManifest(brand).categories.find((candidate) => candidate.key === key)
  const holding = category && holdingOf(category)
  if (!category || !holding) throw new Refusal('inventory.not_found')
  return { category, holding }
}
