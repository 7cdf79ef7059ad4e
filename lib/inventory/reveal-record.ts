import { type Grant, inScope, subjectOf } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import type { HeldRow } from '#lib/personal-data/index.ts'
import { recordRevealed } from './events.ts'
import { findCategory } from './find-category.ts'
import { type ReadRecords, readRows } from './read-rows.ts'

/**
 * A row of the queried page with its sensitive values; recorded each time. Null where the row is not on that page.
 * @throws Refusal `inventory.not_found`
 */
export async function revealRecord(
  grant: Grant<'inventory:reveal'>,
  key: string,
  query: ReadRecords,
): Promise<HeldRow | null> {
  const { category, holding } = findCategory(grant.brand, key)
  const of = { brand: grant.brand, subject: subjectOf(grant), category: key }
  return inScope(grant, async (tx) => {
    const rows = await readRows(tx, { category, holding }, of, query, true)
    const row = rows.find((candidate) => candidate.id === query.reveal)
    if (!row) return null
    await audit.record(tx, grant, recordRevealed(key, row.id))
    return row
  })
}
