import { type Grant, inScope, subjectOf } from '#lib/access/index.ts'
import { getManifest, type Recipient } from '#lib/brands/index.ts'
import { type Withheld, withheldRecipients } from '#lib/recipients/index.ts'
import { type OfferedMethod, offeredMethods } from './offered-methods.ts'

/** A way to pay, and who of those that would hear of the payment gets nothing of the person, and why. */
export interface WayToPay extends OfferedMethod {
  readonly withheld: { readonly recipient: Recipient; readonly why: Withheld } | null
}

/**
 * The ways to pay in a currency as they stand for one person: what they refused is not offered, with the reason beside it
 * (ENB-05, WBP-09).
 */
export async function listWaysToPay(grant: Grant<'bills:view'>, currency: string): Promise<WayToPay[]> {
  const { brand } = grant
  const withheld = await inScope(grant, (tx) => withheldRecipients(tx, { brand, subject: subjectOf(grant) }))
  return offeredMethods(getManifest(brand), currency).map((way) => {
    const [first] = way.recipients.flatMap((recipient) => {
      const why = withheld.get(recipient.key)
      return why ? [{ recipient, why }] : []
    })
    return { ...way, withheld: first ?? null }
  })
}
