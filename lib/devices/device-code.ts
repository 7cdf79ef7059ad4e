import { BRAND_KEYS } from '#lib/brands/index.ts'
import { blindIndex, sameBytes } from '#lib/platform/crypto/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'

/** Enough of the digest that nobody finds it by trying. */
const SIGNATURE_BYTES = 16
const CODE = /^OB1:([a-z][a-z0-9-]*):([\w.%~-]{1,200}):([\w-]{22})$/

/**
 * What the QR picture on a device says: its brand and number, signed with a key that is the brand's own and that only
 * the portal knows. The same device always gets the same code, so that a label can be printed again.
 */
export function deviceCode(brand: string, serial: string): string {
  return `OB1:${brand}:${encodeURIComponent(serial)}:${signature(brand, serial)}`
}

/** Whether a text means to be such a code, true or forged. */
export function isDeviceCode(text: string): boolean {
  return text.startsWith('OB1:')
}

/**
 * The number that a code vouches for.
 * @throws Refusal `devices.code_forged` where the signature is not the brand's, `devices.code_foreign` for a true code
 *   of another brand
 */
export function readDeviceCode(brand: string, text: string): string {
  const [, madeFor = '', written = '', signed = ''] = CODE.exec(text) ?? []
  const serial = decoded(written)
  const known = BRAND_KEYS.some((key) => key === madeFor)
  if (!known || !serial || !sameBytes(Buffer.from(signature(madeFor, serial)), Buffer.from(signed)))
    throw new Refusal('devices.code_forged', { field: 'number' })
  if (madeFor !== brand) throw new Refusal('devices.code_foreign', { field: 'number' })
  return serial
}

// Compared as it is written: several spellings of base64url stand for the same bytes.
function signature(brand: string, serial: string): string {
  return blindIndex(`device_code ${brand}`, serial).subarray(0, SIGNATURE_BYTES).toString('base64url')
}

function decoded(written: string): string {
  try {
    return decodeURIComponent(written)
  } catch {
    return ''
  }
}
