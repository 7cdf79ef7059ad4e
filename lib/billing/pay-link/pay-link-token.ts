import { blindIndex, sameBytes } from '#lib/platform/crypto/index.ts'

const ID = 16
const DIGEST = 32

/** The secret of a link: its id and a keyed digest of it, which nobody else can make and no other brand's page takes. */
export function payLinkToken(brand: string, linkId: string): string {
  const id = Buffer.from(linkId.replaceAll('-', ''), 'hex')
  return Buffer.concat([id, digestOf(brand, id)]).toString('base64url')
}

/** The id of the link that a secret names; null for anything that was not made here for this brand. Compared in constant time. */
export function readPayLinkToken(brand: string, token: string): string | null {
  if (!/^[A-Za-z0-9_-]{64}$/.test(token)) return null
  const bytes = Buffer.from(token, 'base64url')
  const id = bytes.subarray(0, ID)
  if (bytes.length !== ID + DIGEST || !sameBytes(bytes.subarray(ID), digestOf(brand, id))) return null
  return id.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

const digestOf = (brand: string, id: Uint8Array) => blindIndex(`pay link ${brand}`, Buffer.from(id).toString('hex'))
