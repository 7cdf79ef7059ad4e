import type { Readable } from 'node:stream'
import { type Grant, inScope, subjectOf } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { openFile, type Range } from '#lib/platform/storage/index.ts'
import { exportDownloaded } from './events.ts'
import { ExportId } from './schema.ts'

/** A finished export, ready to be sent. */
export interface OpenedExport {
  readonly bytes: number
  readonly sha256: string
  readonly fileName: string
  /** Opens it, or a range of it; recorded each time. */
  read(range?: Range): Promise<Readable>
}

/**
 * The person's own export, if it is finished and has not expired.
 * @throws Refusal `exports.not_found`, `exports.not_ready`, `exports.expired`
 */
export async function openExport(grant: Grant<'exports:download'>, id: string): Promise<OpenedExport> {
  if (!ExportId.safeParse(id).success) throw new Refusal('exports.not_found')
  const row = await inScope(grant, (tx) =>
    tx.export.findFirst({ where: { id, brand: grant.brand, subjectId: subjectOf(grant) } }),
  )
  if (!row) throw new Refusal('exports.not_found')
  const { storageKey, bytes, sha256, expiresAt, readyAt } = row
  if (row.state === 'expired' || (expiresAt && expiresAt <= clock.now())) throw new Refusal('exports.expired')
  if (row.state !== 'ready' || !storageKey || bytes === null || !sha256) throw new Refusal('exports.not_ready')
  return {
    bytes: Number(bytes),
    sha256: Buffer.from(sha256).toString('hex'),
    // Made of nothing that anybody typed.
    fileName: `${grant.brand}-${(readyAt ?? clock.now()).toISOString().slice(0, 10)}.zip`,
    async read(range) {
      await inScope(grant, (tx) => audit.record(tx, grant, exportDownloaded(id)))
      const stream = await openFile(storageKey, range)
      if (!stream) throw new Refusal('exports.expired')
      return stream
    },
  }
}
