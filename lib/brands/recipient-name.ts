import type { Locale } from '#lib/platform/i18n/locales.ts'
import type { Recipient } from './manifest-schema.ts'

/** What a recipient is called: a company by its name, a group of recipients in the reader's language. */
export function recipientName({ name }: Recipient, locale: Locale): string {
  return typeof name === 'string' ? name : name[locale]
}
