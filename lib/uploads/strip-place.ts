import { buffer } from 'node:stream/consumers'
import { type Grant, inScope, subjectOf } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { cleanPicture } from '#lib/platform/pictures/index.ts'
import { PICTURE_TYPES } from '#lib/platform/pictures/schema.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { openFile, putFile } from '#lib/platform/storage/index.ts'
import { placeStripped } from './events.ts'
import type { UploadOf } from './schema.ts'

/**
 * Takes the place, and whatever else a camera wrote, out of a stored picture for good (LCK-07). Repeating it changes
 * nothing.
 * @throws Refusal `uploads.not_found`
 */
export async function stripPlace(grant: Grant<'uploads:edit'>, { upload }: UploadOf): Promise<void> {
  const where = { id: upload, brand: grant.brand, subjectId: subjectOf(grant) }
  const row = await inScope(grant, (tx) =>
    tx.upload.findFirst({ where, select: { storageKey: true, mediaType: true, sealedPlace: true } }),
  )
  const mediaType = PICTURE_TYPES.find((type) => type === row?.mediaType)
  if (!row || !mediaType) throw new Refusal('uploads.not_found')
  if (!row.sealedPlace) return
  const stored = await openFile(row.storageKey)
  if (!stored) throw new Refusal('uploads.not_found')
  // The file first: if this is broken off, the row still says that there is something to take out.
  const { bytes } = await putFile(row.storageKey, once(await cleanPicture({ bytes: await buffer(stored), mediaType })))
  await inScope(grant, async (tx) => {
    await tx.upload.updateMany({ where, data: { sealedPlace: null, bytes } })
    await audit.record(tx, grant, placeStripped(upload))
  })
}

async function* once(content: Uint8Array) {
  yield content
}
