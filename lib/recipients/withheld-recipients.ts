import { getManifest } from '#lib/brands/index.ts'
import type { Tx } from '#lib/platform/database/index.ts'
import { readDecided } from './read-decided.ts'
import { type Withheld, withheldFrom } from './standing.ts'

/** Which recipients of the brand get nothing of a person now, and why; asked in the transaction that depends on it. */
export async function withheldRecipients(
  tx: Tx,
  of: { readonly brand: string; readonly subject: string },
): Promise<ReadonlyMap<string, Withheld>> {
  const manifest = getManifest(of.brand)
  const decided = await readDecided(tx, of)
  return new Map(
    manifest.recipients.flatMap((recipient) => {
      const why = withheldFrom(manifest, recipient, decided)
      return why ? [[recipient.key, why] as const] : []
    }),
  )
}
