import { type Grant, inScope } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { removeFile } from '#lib/platform/storage/index.ts'
import { exportExpired } from './events.ts'
import { moveExport } from './move-export.ts'

const AT_ONCE = 200

/** Removes the archives whose time is over, of every brand. Returns how many. */
export async function expireExports(grant: Grant<'retention:sweep'>): Promise<number> {
  const due = await inScope(grant, (tx) =>
    tx.export.findMany({
      where: { state: 'ready', expiresAt: { lte: clock.now() } },
      orderBy: { expiresAt: 'asc' },
      take: AT_ONCE,
      select: { id: true, subjectId: true, storageKey: true },
    }),
  )
  for (const row of due) {
    if (row.storageKey) await removeFile(row.storageKey)
    await inScope(grant, async (tx) => {
      if (await moveExport(tx, row.id, 'expired', { storageKey: null }))
        await audit.record(tx, grant, { ...exportExpired(row.id), subject: row.subjectId })
    })
  }
  return due.length
}
