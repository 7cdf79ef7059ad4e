import type { Recipient } from '#lib/brands/index.ts'
import { sha256 } from '#lib/platform/crypto/index.ts'

/**
 * A digest of everything that the register says about a recipient. The order of its keys does not matter, nor does how
 * wide its spaces are: nobody is asked again because a text is set better.
 */
export function fingerprint(recipient: Recipient): Buffer<ArrayBuffer> {
  return sha256(JSON.stringify(sorted(recipient)))
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value === 'string') return value.replaceAll('\u00a0', ' ')
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  )
}
