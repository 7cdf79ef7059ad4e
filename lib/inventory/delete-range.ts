import { type Grant, inScope, subjectOf } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { startOfDay } from '#lib/platform/calendar/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { removeFile } from '#lib/platform/storage/index.ts'
import { rangeDeleted } from './events.ts'
import { findCategory } from './find-category.ts'
import type { DeleteRange } from './schema.ts'

/**
 * Deletes the rows of some days for good, with their files. The consent to collect more stays as it is.
 * @returns how many rows went
 * @throws Refusal `inventory.not_deletable` where the manifest keeps the category for a reason, `inventory.not_found`
 */
export async function deleteRange(grant: Grant<'inventory:delete'>, input: DeleteRange): Promise<number> {
  const { category, holding } = findCategory(grant.brand, input.category)
  const { removeBetween } = holding
  if (!category.deletable || !removeBetween) throw new Refusal('inventory.not_deletable')
  const of = { brand: grant.brand, subject: subjectOf(grant), category: input.category }
  const { zone } = getManifest(grant.brand)
  const since = input.from ? { since: startOfDay(input.from, zone) } : {}
  const before = input.to ? { olderThan: startOfDay(input.to, zone, 1) } : {}
  const files = await inScope(grant, async (tx) => holding.files?.(tx, of, { ...since, ...before }) ?? [])
  for (const key of files) await removeFile(key)
  return inScope(grant, async (tx) => {
    const days = {
      ...(since.since ? { from: since.since } : {}),
      ...(before.olderThan ? { before: before.olderThan } : {}),
    }
    const rows = await removeBetween(tx, of, days)
    await audit.record(tx, grant, rangeDeleted(input.category, rows))
    return rows
  })
}
