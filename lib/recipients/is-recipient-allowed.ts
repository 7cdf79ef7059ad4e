import { getManifest } from '#lib/brands/index.ts'
import type { Tx } from '#lib/platform/database/index.ts'
import { readDecided } from './read-decided.ts'
import { withheldFrom } from './standing.ts'

/**
 * Whether data of a person may go to a recipient now, asked in the transaction that depends on it (WEA-01, WBP-09).
 * Nobody outside the register gets anything.
 */
export async function isRecipientAllowed(
  tx: Tx,
  of: { readonly brand: string; readonly subject: string },
  key: string,
): Promise<boolean> {
  const manifest = getManifest(of.brand)
  const recipient = manifest.recipients.find((entry) => entry.key === key)
  return recipient !== undefined && withheldFrom(manifest, recipient, await readDecided(tx, of)) === null
}
