import { z } from 'zod'
import { MOST_PICTURE_BYTES } from './schema.ts'

/** How a file that was not chosen is named on its way: by browsers, and by what reads forms that are sent with scripts. */
const UNCHOSEN: readonly string[] = ['', 'blob', 'undefined']
const isChosen = ({ size, name }: File) => size > 0 || !UNCHOSEN.includes(name)

/** A picture of a form. */
export const PictureFile = z
  .instanceof(File, { error: 'web.field_missing' })
  .refine(isChosen, 'web.field_missing')
  .refine((file) => file.size > 0 || !isChosen(file), 'pictures.empty')
  .refine((file) => file.size <= MOST_PICTURE_BYTES, 'pictures.too_large')
