import { queueMail, queueSms } from '#lib/notifications/index.ts'
import type { QuietTimes } from '#lib/platform/calendar/index.ts'
import type { Tx } from '#lib/platform/database/index.ts'
import { isLocale, type Locale } from '#lib/platform/i18n/index.ts'
import { contactOf, type OpenIdentifier, readIdentifiers } from './names/read-identifiers.ts'

type Values = Readonly<Record<string, string | number>>

/** A message to somebody who has an account; where they have no address, nothing is sent. */
export interface Notice {
  /** As in the catalogue: `mail.<kind>`. */
  readonly kind: string
  /** What its texts fill in; a function where that differs from language to language. */
  readonly values?: Values | ((locale: Locale) => Values)
  readonly path?: string
  /** In a text message: the address of `path` as well, for those who cannot come to it by signing in. */
  readonly linkInText?: boolean
  /** The account is about to be erased, and its messages with it: this one belongs to nobody, and is sent all the same. */
  readonly outlivesAccount?: boolean
  /** The link by which a bill is paid without signing in. */
  readonly pay?: string
  /** Not sent between these times of the day. */
  readonly quiet?: QuietTimes
  /** By mail or not at all. */
  readonly mailOnly?: boolean
  /** For mail of a list: the token with which it is left, and the picture that tells that it was opened. */
  readonly leave?: string
  readonly pixel?: string
  /** Addresses to use in place of the present ones: the old ones, when they were just changed. */
  readonly at?: readonly OpenIdentifier[]
}

/** A message on its way to a person. */
export interface QueuedNotice {
  readonly channel: 'mail' | 'sms'
  readonly messageId: string
}

/**
 * Writes to a person in the language of their account, by mail or, where they have no mail address, by text message.
 * Queued in the caller's transaction; any domain that has something to tell uses it.
 * @returns what was queued; null for somebody without an address
 */
export async function notifyPerson(
  tx: Tx,
  whom: { readonly brand: string; readonly subject: string },
  notice: Notice,
): Promise<QueuedNotice | null> {
  const contact = contactOf(notice.at ?? (await readIdentifiers(tx, whom.brand, whom.subject)))
  if (!contact || (notice.mailOnly && contact.channel !== 'mail')) return null
  const account = await tx.account.findUnique({ where: { id: whom.subject }, select: { locale: true } })
  const queue = contact.channel === 'mail' ? queueMail : queueSms
  const locale = isLocale(account?.locale) ? account.locale : 'en'
  const concerns = { brand: whom.brand, subject: notice.outlivesAccount ? null : whom.subject }
  const messageId = await queue(tx, concerns, {
    kind: notice.kind,
    to: contact.to,
    locale,
    values: { ...(typeof notice.values === 'function' ? notice.values(locale) : notice.values) },
    ...(notice.path ? { path: notice.path } : {}),
    ...(notice.linkInText ? { linkInText: true } : {}),
    ...(notice.pay ? { pay: notice.pay } : {}),
    ...(notice.quiet ? { quiet: notice.quiet } : {}),
    ...(notice.leave ? { leave: notice.leave } : {}),
    ...(notice.pixel ? { pixel: notice.pixel } : {}),
  })
  return { channel: contact.channel, messageId }
}
