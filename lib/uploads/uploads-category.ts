import { type Category, findManifest } from '#lib/brands/index.ts'

/** The category in which a brand keeps pictures; null where it takes none. */
export function uploadsCategory(brand: string): Category | null {
  return findManifest(brand)?.categories.find(({ shape }) => shape === 'upload') ?? null
}
