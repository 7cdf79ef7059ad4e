import { type Grant, inScope, subjectOf } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { decideConsent, isGranted } from '#lib/consents/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { removeFile } from '#lib/platform/storage/index.ts'
import { consentedPurposes } from './consented-purposes.ts'
import { categoryDeleted } from './events.ts'
import { findCategory } from './find-category.ts'
import type { DeleteCategory } from './schema.ts'

/**
 * Deletes every row of a category for good, with its files (ECH-08). Where the category is collected by consent, this
 * withdraws the consent, so that nothing more arrives (WBP-17); otherwise what arrives after is held as before.
 * @returns how many rows went
 * @throws Refusal `inventory.not_deletable` where the manifest keeps the category for a reason, `inventory.not_found`
 */
export async function deleteCategory(grant: Grant<'inventory:delete'>, input: DeleteCategory): Promise<number> {
  const { category, holding } = findCategory(grant.brand, input.category)
  if (!category.deletable) throw new Refusal('inventory.not_deletable')
  const of = { brand: grant.brand, subject: subjectOf(grant), category: input.category }
  const files = await inScope(grant, async (tx) => holding.files?.(tx, of, {}) ?? [])
  for (const key of files) await removeFile(key)
  return inScope(grant, async (tx) => {
    const { erased } = await holding.erase(tx, of, { end: 'erase' })
    for (const purpose of consentedPurposes(getManifest(of.brand), category))
      if (await isGranted(tx, of.brand, of.subject, purpose))
        await decideConsent(grant, { purpose, decision: 'withdrawn', locale: input.locale })
    await audit.record(tx, grant, categoryDeleted(input.category, erased))
    return erased
  })
}
