import { z } from 'zod'
import type { Locale } from '#lib/platform/i18n/locales.ts'
import { PictureFile } from '#lib/platform/pictures/picture-file.ts'

export { MOST_PICTURE_BYTES, PICTURE_TYPES } from '#lib/platform/pictures/schema.ts'

export const UPLOAD_NAME_LENGTH = 120

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
