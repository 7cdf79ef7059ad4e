import { buffer } from 'node:stream/consumers'
import { type Grant, inScope, subjectOf } from '#lib/access/index.ts'
import { cleanPicture, previewOf } from '#lib/platform/pictures/index.ts'
import { PICTURE_TYPES } from '#lib/platform/pictures/schema.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { openFile } from '#lib/platform/storage/index.ts'
import { type Rendition, UploadId } from './schema.ts'
import { previewIn } from './upload-row.ts'

/** A picture ready to be sent. */
export interface OpenedUpload {
  readonly content: Buffer
  readonly mediaType: string
  readonly fileName: string
}

/**
 * The person's own picture, written anew: whatever the stored file carries besides its pixels does not go along
 * (LCK-07). The file as it came is part of the export alone.
 * @throws Refusal `uploads.not_found`
 */
export async function openUpload(
  grant: Grant<'uploads:view'>,
  id: string,
  rendition: Rendition,
): Promise<OpenedUpload> {
  if (!UploadId.safeParse(id).success) throw new Refusal('uploads.not_found')
  const row = await inScope(grant, (tx) =>
    tx.upload.findFirst({
      where: { id, brand: grant.brand, subjectId: subjectOf(grant) },
      select: { id: true, name: true, mediaType: true, storageKey: true, sealedPreview: true },
    }),
  )
  const mediaType = PICTURE_TYPES.find((type) => type === row?.mediaType)
  if (!row || !mediaType) throw new Refusal('uploads.not_found')
  const preview = rendition === 'small' ? previewIn(row) : null
  if (preview) return { content: preview, mediaType: 'image/webp', fileName: row.name }
  const stored = await openFile(row.storageKey)
  if (!stored) throw new Refusal('uploads.not_found')
  const bytes = await buffer(stored)
  if (rendition === 'small') return { content: await previewOf({ bytes }), mediaType: 'image/webp', fileName: row.name }
  return { content: await cleanPicture({ bytes, mediaType }), mediaType, fileName: row.name }
}
