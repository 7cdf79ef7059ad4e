import { type Grant, inScope } from '#lib/access/index.ts'
import { getCategory, listRecords, type ReadRecords, revealRecord } from '#lib/inventory/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { findClosing } from '#lib/retention/index.ts'

/** Everything the page of a category shows, in one scope; null where the brand has no such category. */
export async function readCategory(
  grant: Grant<'inventory:view'>,
  revealing: Grant<'inventory:reveal'> | null,
  key: string,
  query: ReadRecords,
) {
  try {
    return await inScope(grant, async () => {
      const page = await listRecords(grant, key, query)
      const summary = await getCategory(grant, key)
      const closing = await findClosing(grant)
      const revealed = revealing ? await revealRecord(revealing, key, query) : null
      return { ...page, summary, revealed, closesAt: closing?.eraseAfter ?? null }
    })
  } catch (fault) {
    if (fault instanceof Refusal && fault.code === 'inventory.not_found') return null
    throw fault
  }
}
