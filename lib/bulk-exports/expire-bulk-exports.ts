import { type Grant, inScope } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { removeFile } from '#lib/platform/storage/index.ts'
import { bulkExportExpired } from './events.ts'

/** Removes the archives whose day is over, of every brand. Repeatable. */
export async function expireBulkExports(grant: Grant<'retention:sweep'>): Promise<void> {
  const due = await inScope(grant, (tx) =>
    tx.bulkExport.findMany({
      where: { state: 'ready', expiresAt: { lte: clock.now() } },
      select: { id: true, storageKey: true },
      take: 100,
    }),
  )
  for (const { id, storageKey } of due) {
    if (storageKey) await removeFile(storageKey)
    await inScope(grant, async (tx) => {
      await tx.bulkExport.updateMany({ where: { id, state: 'ready' }, data: { state: 'expired', storageKey: null } })
      await audit.record(tx, grant, bulkExportExpired(id))
    })
  }
}
