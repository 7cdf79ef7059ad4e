import { z } from 'zod'
import type { Locale } from '#lib/platform/i18n/locales.ts'
import { MOST_PICTURE_BYTES } from '#lib/platform/pictures/schema.ts'

export { MOST_PICTURE_BYTES, PICTURE_TYPES } from '#lib/platform/pictures/schema.ts'

export const UPLOAD_NAME_LENGTH = 120

/** A file of a form; one that was not chosen arrives empty. */
const PictureFile = z
  .instanceof(File, { error: 'web.field_missing' })
  .refine((file) => file.size > 0, 'web.field_missing')
  .refine((file) => file.size <= MOST_PICTURE_BYTES, 'pictures.too_large')

export const AddUpload = z.object({
  file: PictureFile,
  /** Whether the place that a camera wrote into the picture stays in it; by itself it goes. */
  keepPlace: z.literal('on').optional(),
})
export const ChangeAvatar = z.object({ file: PictureFile })

export const UploadId = z.uuid()
export const UploadOf = z.object({ upload: UploadId })
export type UploadOf = z.output<typeof UploadOf>

/** A picture on its way in. */
export interface NewUpload {
  readonly use: 'avatar' | 'photo'
  /** As it was called where it comes from; nothing is concluded from it. */
  readonly name: string
  readonly bytes: Uint8Array
  readonly keepPlace: boolean
  /** Where its id must be known beforehand. */
  readonly id?: string
  /** The language in which it stood beside the form to what this is consent; the account's where it is not said. */
  readonly shownIn?: Locale
}

/** The size in which a picture is asked for. */
export type Rendition = 'small' | 'full'
