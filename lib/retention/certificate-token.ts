import { blindIndex } from '#lib/platform/crypto/index.ts'

/**
 * The secret in the address of a closing's certificate. It is made from the closing's id with a key, so that it can be
 * shown until the account is erased without being stored; the database holds its digest.
 */
export function certificateToken(closureId: string): string {
  return blindIndex('certificate', closureId).toString('base64url')
}
