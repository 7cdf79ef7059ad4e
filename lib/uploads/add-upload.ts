import { v7 as uuid } from 'uuid'
import { type Grant, inScope, subjectOf } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { consentByGiving } from '#lib/consents/index.ts'
import { clock } from '#lib/platform/clock.ts'
import type { Tx } from '#lib/platform/database/index.ts'
import { cleanPicture, placeOf, previewOf, readPicture } from '#lib/platform/pictures/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { putFile, removeFile } from '#lib/platform/storage/index.ts'
import { avatarReplaced, uploadAdded } from './events.ts'
import { endingOf, fileName } from './file-name.ts'
import type { NewUpload } from './schema.ts'
import { sealUpload } from './upload-row.ts'
import { uploadsCategory } from './uploads-category.ts'

const MOST_UPLOADS = 500

/**
 * Takes a picture, told by its content and within limits (LCK-03). What a camera wrote into it is removed unless the
 * person wants to keep the place and the brand has a field for it. A new avatar takes the place of the one before; giving
 * one is consent to what it is for, where that is optional.
 * @throws Refusal `uploads.not_taken` where the brand takes no pictures, `uploads.too_many`, and those of `readPicture`
 */
export async function addUpload(
  grant: Grant<'uploads:add' | 'demo:seed'>,
  { use, name, bytes, keepPlace, id = uuid(), shownIn }: NewUpload,
): Promise<{ id: string }> {
  const category = uploadsCategory(grant.brand)
  if (!category) throw new Refusal('uploads.not_taken')
  const of = { brand: grant.brand, subjectId: subjectOf(grant) }
  if ((await inScope(grant, (tx) => tx.upload.count({ where: of }))) >= MOST_UPLOADS)
    throw new Refusal('uploads.too_many')
  const picture = await readPicture(bytes)
  const placeMayStay = keepPlace && category.fields.some(({ key }) => key === 'geotag')
  const place = placeMayStay ? placeOf(picture) : null
  const content = place === null && picture.annotated ? await cleanPicture(picture) : picture.bytes
  const storageKey = `uploads/${of.subjectId}/${id}.${endingOf(picture.mediaType)}`
  const sealed = sealUpload(id, { place, preview: await previewOf(picture) })
  const { mediaType, width, height } = picture
  const stored = await putFile(storageKey, once(content))
  const row = { ...of, id, kind: use, name: fileName(name, mediaType), mediaType, bytes: stored.bytes, width, height }
  try {
    const replaced = await inScope(grant, async (tx) => {
      if (use === 'avatar' && isGiven(grant)) await consentByGiving(tx, grant, category, shownIn)
      const before = use === 'avatar' ? await removeAvatar(tx, of) : null
      await tx.upload.create({ data: { ...row, ...sealed, storageKey, createdAt: clock.now() }, select: { id: true } })
      await audit.record(tx, grant, uploadAdded(id, use))
      if (before) await audit.record(tx, grant, avatarReplaced(before.id))
      return before
    })
    if (replaced) await removeFile(replaced.storageKey)
  } catch (fault) {
    await removeFile(storageKey)
    throw fault
  }
  return { id }
}

/** The demo's pictures were given by nobody. */
function isGiven(grant: Grant<'uploads:add' | 'demo:seed'>): grant is Grant<'uploads:add'> {
  return grant.permission === 'uploads:add'
}

async function removeAvatar(tx: Tx, of: { brand: string; subjectId: string }) {
  const before = await tx.upload.findFirst({ where: { ...of, kind: 'avatar' }, select: { id: true, storageKey: true } })
  if (before) await tx.upload.deleteMany({ where: { ...of, kind: 'avatar' } })
  return before
}

async function* once(content: Uint8Array) {
  yield content
}
