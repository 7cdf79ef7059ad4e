import { seal, unseal } from '#lib/platform/crypto/index.ts'

/** What the words are bound to: the request itself, its new value, an entry. */
type Table = 'rights_request' | 'rights_request value' | 'request_entry'

/** Sealed for its row, so that one person's words cannot be moved to another's request. */
export function sealText(table: Table, id: string, text: string): Buffer<ArrayBuffer> {
  return seal(text, `${table} ${id}`)
}

/** The words of a row; null where there are none or they were erased. */
export function unsealText(table: Table, id: string, sealed: Uint8Array | null): string | null {
  return !sealed || sealed.length === 0 ? null : unseal(sealed, `${table} ${id}`)
}
