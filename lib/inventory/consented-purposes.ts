import type { Category, Manifest } from '#lib/brands/index.ts'

/**
 * The optional purposes on which a category rests: the one it waits for, or all of them where none is necessary. With
 * the information, the consent to collect it goes (WBP-17).
 */
export function consentedPurposes(manifest: Manifest, category: Category): string[] {
  if (category.needsConsent) return [category.needsConsent]
  const optional = manifest.purposes.filter(({ kind }) => kind === 'optional').map(({ key }) => key)
  return category.purposes.every((purpose) => optional.includes(purpose)) ? category.purposes : []
}
