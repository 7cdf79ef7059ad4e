import { type Grant, inScope, subjectOf } from '#lib/access/index.ts'
import { getManifest, isRefusable, type Recipient } from '#lib/brands/index.ts'
import type { Decision } from '#lib/consents/schema.ts'
import type { Locale } from '#lib/platform/i18n/locales.ts'
import { type OpenAsk, readDecided } from './read-decided.ts'
import { recipientNotice } from './recipient-notice.ts'
import { type Withheld, withheldFrom } from './standing.ts'

/** A recipient of the register as one person stands to it. */
export interface RecipientView {
  readonly recipient: Recipient
  /** Why it gets nothing now; null where it may. */
  readonly withheld: Withheld | null
  /** Optional purposes of it that the person has not allowed. */
  readonly missing: readonly string[]
  readonly refusable: boolean
  readonly decision: Decision | null
  /** What a no costs, and the digest of the words, to be sent back with a decision. */
  readonly consequence: string
  readonly shown: string
  /** Where the person is asked about it, because it is new or has changed. */
  readonly ask: OpenAsk | null
}

/** The register of the brand, in its order, as this person stands to it (WBP-09, ENB-05). */
export async function listRecipients(grant: Grant<'consents:view'>, locale: Locale): Promise<RecipientView[]> {
  const manifest = getManifest(grant.brand)
  const decided = await inScope(grant, (tx) => readDecided(tx, { brand: grant.brand, subject: subjectOf(grant) }))
  const optional = new Set(manifest.purposes.filter(({ kind }) => kind === 'optional').map(({ key }) => key))
  return manifest.recipients.map((recipient) => {
    const { consequence, hash } = recipientNotice(manifest, recipient, locale)
    return {
      recipient,
      withheld: withheldFrom(manifest, recipient, decided),
      missing: recipient.purposes.filter((key) => optional.has(key) && !decided.purposes.has(key)),
      refusable: isRefusable(recipient),
      decision: decided.recipients.get(recipient.key) ?? null,
      consequence,
      shown: hash.toString('hex'),
      ask: decided.asks.get(recipient.key) ?? null,
    }
  })
}
