import sharp from 'sharp'
import { Refusal } from '../refusal.ts'
import { MOST_PICTURE_BYTES, type PictureType } from './schema.ts'

/** The most pixels that are decoded; a small file can unfold to far more. */
const MOST_PIXELS = 50_000_000

/** A picture that was looked into. */
export interface Picture {
  readonly bytes: Uint8Array
  readonly mediaType: PictureType
  /** As it is seen: turned as the camera says. */
  readonly width: number
  readonly height: number
  /** Whether it carries anything besides its pixels: camera, time, place, text. */
  readonly annotated: boolean
  readonly exif: Buffer | null
}

/** The first bytes of each kind; nothing else reaches the decoder. */
const BEGINNINGS: readonly [PictureType, (bytes: Buffer) => boolean][] = [
  ['image/jpeg', (bytes) => bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))],
  ['image/png', (bytes) => bytes.subarray(0, 8).equals(Buffer.from('89504e470d0a1a0a', 'hex'))],
  ['image/webp', (bytes) => bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP'],
]

// The pictures of one person are few; the threads belong to all of them.
sharp.concurrency(1)
sharp.cache(false)

/** Opens the pixels of a picture: within the limits, and not past a broken place. */
export function openPixels(bytes: Uint8Array) {
  return sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error', sequentialRead: true })
}

/**
 * Looks into a file and decodes it once.
 * @throws Refusal `pictures.too_large`, `pictures.not_a_picture` for anything but JPEG, PNG and WebP whatever its name
 *   says, `pictures.broken`, `pictures.too_many_pixels`
 */
export async function readPicture(bytes: Uint8Array): Promise<Picture> {
  if (bytes.length > MOST_PICTURE_BYTES) throw new Refusal('pictures.too_large', { field: 'file' })
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 16))
  const [mediaType] = BEGINNINGS.find(([, begins]) => begins(head)) ?? []
  if (!mediaType) throw new Refusal('pictures.not_a_picture', { field: 'file' })
  try {
    const { width, height, autoOrient, exif, xmp, iptc, comments } = await openPixels(bytes).metadata()
    if (width * height > MOST_PIXELS) throw new Refusal('pictures.too_many_pixels', { field: 'file' })
    // Its head may be sound and the rest cut off: only decoding tells.
    await openPixels(bytes).resize(8, 8, { fit: 'fill' }).raw().toBuffer()
    const annotated = [exif, xmp, iptc].some((part) => part !== undefined) || (comments ?? []).length > 0
    return { bytes, mediaType, ...(autoOrient ?? { width, height }), annotated, exif: exif ?? null }
  } catch (fault) {
    if (fault instanceof Refusal) throw fault
    const tooMany = fault instanceof Error && fault.message.includes('pixel limit')
    throw new Refusal(tooMany ? 'pictures.too_many_pixels' : 'pictures.broken', { field: 'file' })
  }
}
