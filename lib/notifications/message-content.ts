import { z } from 'zod'
import { LOCALES } from '#lib/platform/i18n/locales.ts'

const QuietHours = z.object({ zone: z.string(), from: z.string(), until: z.string() })

/** What is needed to write and address a message. */
export const MessageContent = z.object({
  /** Dotted, as in the catalogue: `identity.sign_in_code`. */
  kind: z.string(),
  /** An address, a number, or the id of a push subscription. */
  to: z.string(),
  locale: z.enum(LOCALES),
  /** What the texts fill in; dates and amounts already written in the reader's language. */
  values: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
  /** Not sent between these two times of the day in that zone; it waits for the end of them (ENB-17). */
  quiet: QuietHours.optional(),
  /** The page of the portal to which the message leads (`/we-app/me/bills`); its words are `mail.<kind>.action`. */
  path: z.string().startsWith('/').optional(),
  /** In a text message: the page's address as well, for those who cannot come to it by signing in. */
  linkInText: z.boolean().optional(),
  /** About a bill: the page on which it is paid without signing in. */
  pay: z.string().startsWith('/').optional(),
  /** Mail of a list: the token with which the list is left. */
  leave: z.string().optional(),
  /** A picture that tells that the mail was opened; only for those who agreed to that (WBP-07). */
  pixel: z.string().startsWith('/').optional(),
})
export type MessageContent = z.input<typeof MessageContent>

/** Binds sealed content to its row. */
export function messageContext(id: string): string {
  return `outgoing_message ${id}`
}
