import type { PictureType } from '#lib/platform/pictures/schema.ts'
import { UPLOAD_NAME_LENGTH } from './schema.ts'

const ENDINGS: Readonly<Record<PictureType, string>> = { 'image/jpeg': 'jpg', 'image/png': 'png', 'image/webp': 'webp' }

export function endingOf(mediaType: PictureType): string {
  return ENDINGS[mediaType]
}

/**
 * A name as it may be shown and saved under: no folders, no control or direction marks, and the ending of what the file
 * really is (ASVS 5.4.2).
 */
export function fileName(given: string, mediaType: PictureType): string {
  const short = [...bareName(given)].slice(0, UPLOAD_NAME_LENGTH).join('')
  return `${short || 'picture'}.${endingOf(mediaType)}`
}

/** Whether a name says something by itself. */
export function isFileName(given: string): boolean {
  return /[\p{L}\p{N}]/u.test(bareName(given))
}

// No system has names as long as this. Whatever is longer is not looked at: trimming it would take the square of its length.
const LONGEST_NAME = 1000

function bareName(given: string): string {
  const last = given.slice(-LONGEST_NAME).normalize('NFC').split(/[\\/]/).at(-1) ?? ''
  return last
    .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}<>:"|?*]/gu, '')
    .replace(/\.[a-z0-9]{1,5}$/i, '')
    .replaceAll(/^[\s.]+|[\s.]+$/g, '')
}
