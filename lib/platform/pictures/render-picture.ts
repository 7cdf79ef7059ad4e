import type { Picture } from './read-picture.ts'
import { openPixels } from './read-picture.ts'

const PREVIEW = 320

/**
 * The same picture written anew from its pixels, upright, in its own format: place, time, camera and whatever else the
 * file carried are gone.
 */
export async function cleanPicture({ bytes, mediaType }: Pick<Picture, 'bytes' | 'mediaType'>): Promise<Buffer> {
  const upright = openPixels(bytes).rotate()
  switch (mediaType) {
    case 'image/jpeg':
      return upright.jpeg({ quality: 90, mozjpeg: true }).toBuffer()
    case 'image/png':
      return upright.png().toBuffer()
    case 'image/webp':
      return upright.webp({ quality: 90 }).toBuffer()
  }
}

/** A small copy for lists, as WebP and with nothing but pixels. */
export async function previewOf({ bytes }: Pick<Picture, 'bytes'>): Promise<Buffer> {
  const small = { width: PREVIEW, height: PREVIEW, fit: 'inside', withoutEnlargement: true } as const
  return openPixels(bytes).rotate().resize(small).webp({ quality: 75 }).toBuffer()
}
