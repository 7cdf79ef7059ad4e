import type { Readable } from 'node:stream'
import { type Grant, inScope } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { openFile } from '#lib/platform/storage/index.ts'
import { bulkExportDownloaded } from './events.ts'
import { BulkExportId } from './schema.ts'

/**
 * The archive, for who ordered it and for nobody else; recorded each time.
 * @throws Refusal `bulk_exports.not_found`, also for a colleague, and once its day is over
 */
export async function openBulkExport(
  grant: Grant<'bulk-exports:download'>,
  id: string,
): Promise<{ readonly bytes: number; readonly fileName: string; readonly content: Readable }> {
  if (!BulkExportId.safeParse(id).success || grant.actor.kind !== 'staff') throw new Refusal('bulk_exports.not_found')
  const orderedBy = grant.actor.id
  const row = await inScope(grant, async (tx) => {
    const found = await tx.bulkExport.findFirst({
      where: { id, brand: grant.brand, orderedBy, state: 'ready', expiresAt: { gt: clock.now() } },
    })
    if (found) await audit.record(tx, grant, bulkExportDownloaded(id))
    return found
  })
  const content = row?.storageKey ? await openFile(row.storageKey) : null
  if (!row || !content) throw new Refusal('bulk_exports.not_found')
  return { bytes: Number(row.bytes), fileName: `${grant.brand}-${row.content}.zip`, content }
}
