import { type Grant, inScope } from '#lib/access/index.ts'
import { clock } from '#lib/platform/clock.ts'
import type { NewUpload } from './schema.ts'

/** Notes a file that lies in the storage already; the caller put it there and writes the audit row. */
export async function storeUpload(grant: Grant<'demo:seed'>, upload: NewUpload): Promise<{ id: string }> {
  return inScope(grant, (tx) =>
    tx.upload.create({ data: { brand: grant.brand, ...upload, createdAt: clock.now() }, select: { id: true } }),
  )
}
