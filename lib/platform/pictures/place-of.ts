import readExif from 'exif-reader'
import type { Picture } from './read-picture.ts'

/** Where a picture says that it was taken, as `48.85667, 2.35222` (degrees north and east); null where it says nothing. */
export function placeOf({ exif }: Pick<Picture, 'exif'>): string | null {
  if (!exif) return null
  const gps = readQuietly(exif)?.GPSInfo
  const north = degrees(gps?.GPSLatitude, gps?.GPSLatitudeRef === 'S', 90)
  const east = degrees(gps?.GPSLongitude, gps?.GPSLongitudeRef === 'W', 180)
  return north === null || east === null ? null : `${north}, ${east}`
}

// Written by any camera or program: what cannot be read says nothing.
function readQuietly(exif: Buffer) {
  try {
    return readExif(exif)
  } catch {
    return null
  }
}

function degrees(parts: unknown, negative: boolean, most: number): string | null {
  if (!Array.isArray(parts)) return null
  const [whole, minutes = 0, seconds = 0] = parts.map(Number)
  const value = Number(whole) + minutes / 60 + seconds / 3600
  if (!Number.isFinite(value) || value > most) return null
  return (negative ? -value : value).toFixed(5)
}
