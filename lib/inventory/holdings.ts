import type { Category, Manifest } from '#lib/brands/index.ts'
import { consentsHeld } from '#lib/consents/index.ts'
import { devicesHeld } from '#lib/devices/index.ts'
import type { Holding } from '#lib/personal-data/index.ts'
import { recordsHeld, uploadsHeld } from '#lib/records/index.ts'

/**
 * Everything that is held about a person, each table answered for exactly once. A domain that begins to hold something
 * adds its holding here; the test beside this file names what nobody answers for.
 */
export const HOLDINGS: readonly Holding[] = [devicesHeld, recordsHeld, uploadsHeld, consentsHeld]

/** Where the rows of a category live; null for a category that nothing is stored for yet. */
export function holdingOf(category: Pick<Category, 'shape'>): Holding | null {
  return HOLDINGS.find((holding) => !holding.internal && holding.shape === category.shape) ?? null
}

/** The categories of a brand, with their holdings, in the order of the manifest. */
export function heldCategories(manifest: Manifest): { category: Category; holding: Holding }[] {
  return manifest.categories.flatMap((category) => {
    const holding = holdingOf(category)
    return holding ? [{ category, holding }] : []
  })
}
