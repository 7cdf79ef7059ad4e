import { type Grant, inScope, subjectOf } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { removeFile } from '#lib/platform/storage/index.ts'
import { recordDeleted } from './events.ts'
import { findCategory } from './find-category.ts'
import type { DeleteRecord } from './schema.ts'

/**
 * Deletes one row for good, with its file where it has one (ECH-08).
 * @throws Refusal `inventory.not_deletable` where the manifest keeps the category for a reason, `inventory.not_found`
 */
export async function deleteRecord(grant: Grant<'inventory:delete'>, input: DeleteRecord): Promise<void> {
  const { category, holding } = findCategory(grant.brand, input.category)
  const { remove } = holding
  if (!category.deletable || !remove) throw new Refusal('inventory.not_deletable')
  const of = { brand: grant.brand, subject: subjectOf(grant), category: input.category }
  const files = await inScope(grant, async (tx) => holding.files?.(tx, of, { id: input.record }) ?? [])
  await Promise.all(files.map(removeFile))
  await inScope(grant, async (tx) => {
    if (!(await remove(tx, of, input.record))) throw new Refusal('inventory.not_found')
    await audit.record(tx, grant, recordDeleted(input.category, input.record))
  })
}
