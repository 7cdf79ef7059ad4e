import { isRefusable, type Manifest, type Recipient } from '#lib/brands/index.ts'
import type { Decision } from '#lib/consents/schema.ts'

/** What a person decided that a recipient may depend on. */
export interface Decided {
  /** Optional purposes in force. */
  readonly purposes: ReadonlySet<string>
  /** Of recipients, by key: the newest decision. */
  readonly recipients: ReadonlyMap<string, Decision>
  /** Recipients about which the person was asked and has not answered. */
  readonly asked: ReadonlySet<string>
}

/** Why a recipient gets nothing now. */
export type Withheld = 'refused' | 'asked' | 'purposes'

/**
 * Whether a recipient may get data of the person now, or why not. Who can be refused gets nothing after a no, and
 * nothing while the person is asked; who rests on consent gets nothing without one, to it or to a purpose of it (WEA-01).
 */
export function withheldFrom(manifest: Manifest, recipient: Recipient, decided: Decided): Withheld | null {
  const decision = decided.recipients.get(recipient.key)
  if (isRefusable(recipient)) {
    if (decision === 'refused' || decision === 'withdrawn') return 'refused'
    if (decided.asked.has(recipient.key)) return 'asked'
  }
  const kinds = new Map(manifest.purposes.map(({ key, kind }) => [key, kind]))
  const optional = recipient.purposes.filter((key) => kinds.get(key) === 'optional')
  const consented = optional.some((key) => decided.purposes.has(key))
  if (recipient.ground === 'consent' || recipient.legalBasis === 'consent')
    return consented || (decision === 'granted' && optional.length === 0) ? null : 'purposes'
  return consented || optional.length < recipient.purposes.length ? null : 'purposes'
}
