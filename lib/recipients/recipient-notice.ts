import { type Manifest, type Recipient, recipientName } from '#lib/brands/index.ts'
import { type ConsentNotice, noticeOf } from '#lib/consents/index.ts'
import { countryName } from '#lib/platform/i18n/intl-formats.ts'
import type { Locale } from '#lib/platform/i18n/locales.ts'

/** What stands beside the switch of a recipient: who it is, what for, which data, in which country, and what a no costs. */
export function recipientNotice(manifest: Manifest, recipient: Recipient, locale: Locale): ConsentNotice {
  const country = countryName(recipient.country, locale)
  const categories = manifest.categories
    .filter(({ key }) => recipient.categories.includes(key))
    .map(({ name }) => name[locale])
  const details = [recipient.sdk?.scope[locale] ?? categories.join(' · '), country].filter((part) => part !== '')
  return noticeOf({
    name: recipientName(recipient, locale),
    notice: [recipient.purpose[locale], ...details].join('\n'),
    consequence: recipient.refusal?.[locale] ?? '',
  })
}
