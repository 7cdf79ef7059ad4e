import { blindIndex, seal, unseal } from '#lib/platform/crypto/index.ts'

/** Where somebody without an account is written to: a mail address, or a telephone number. */
export function sealContact(id: string, contact: string): Buffer<ArrayBuffer> {
  return seal(contact, `rights_request contact ${id}`)
}

/** Null once the address was erased, and for people with an account. */
export function unsealContact(id: string, sealed: Uint8Array | null): string | null {
  return sealed ? unseal(sealed, `rights_request contact ${id}`) : null
}

/** By which requests from the same address are found; unique within a brand. */
export function contactIndex(brand: string, contact: string): Buffer<ArrayBuffer> {
  return blindIndex(`request contact ${brand}`, contact.normalize('NFKC').trim().toLowerCase())
}

/**
 * The secret in the address of a request of somebody without an account. It is made from the request's id with a key, so
 * that each mail can name it without its being stored; the database holds its digest.
 */
export function requestToken(id: string): string {
  return blindIndex('request link', id).toString('base64url')
}
