import { createHmac, createSecretKey, hash, type KeyObject, randomBytes, timingSafeEqual } from 'node:crypto'
import { environment } from '../environment.ts'

export function sha256(value: string | Uint8Array): Buffer<ArrayBuffer> {
  return Buffer.from(hash('sha256', value, 'buffer'))
}

// Making the key takes longer than using it.
let indexKey: KeyObject | undefined

/** A keyed digest by which equal values can be found and nothing can be read or guessed without the key. */
export function blindIndex(scope: string, value: string): Buffer<ArrayBuffer> {
  indexKey ??= createSecretKey(Buffer.from(environment().BLIND_INDEX_KEY, 'base64url'))
  return Buffer.from(createHmac('sha256', indexKey).update(`${scope}\0${value}`).digest())
}

/** A secret of 256 random bits for cookies, links and API keys. */
export function randomToken(): string {
  return randomBytes(32).toString('base64url')
}

/** Comparison in constant time; different lengths are different. */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && timingSafeEqual(a, b)
}
