import { randomBytes } from 'node:crypto'

const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const UPPER = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'

function draw(alphabet: string, length: number): string {
  return Array.from(randomBytes(length), (byte) => alphabet.charAt(byte % alphabet.length)).join('')
}

/** An id in Stripe's manner: a prefix and base 62. */
export function newIdentifier(prefix: string, length = 24): string {
  return prefix + draw(BASE62, length)
}

/** An id in PayPal's manner: seventeen capitals and digits, never all digits. */
export function newPayPalIdentifier(): string {
  return `${draw(UPPER, 16)}X`
}
