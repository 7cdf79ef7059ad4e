import { seal, unseal } from '#lib/platform/crypto/index.ts'

// Bound to its row, so that one person's words cannot be moved to another's request.
const context = (id: string) => `rights_request ${id}`

export function sealText(id: string, text: string): Buffer<ArrayBuffer> {
  return seal(text, context(id))
}

/** The words of a request; null once they were erased. */
export function unsealText(id: string, sealed: Uint8Array): string | null {
  return sealed.length === 0 ? null : unseal(sealed, context(id))
}
