import { z } from 'zod'
import { MOST_PICTURE_BYTES } from './schema.ts'

/** A picture of a form. One that was not chosen arrives empty and without a name. */
export const PictureFile = z
  .instanceof(File, { error: 'web.field_missing' })
  .refine((file) => file.size > 0 || file.name !== '', 'web.field_missing')
  .refine((file) => file.size > 0 || file.name === '', 'pictures.empty')
  .refine((file) => file.size <= MOST_PICTURE_BYTES, 'pictures.too_large')
