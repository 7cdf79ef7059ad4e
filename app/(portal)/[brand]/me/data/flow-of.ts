import type { DataFlow } from '#components/inventory/data-flows.tsx'
import { type Category, type Manifest, recipientName } from '#lib/brands/index.ts'
import type { Locale } from '#lib/platform/i18n/locales.ts'

/** What a category is for and who gets it for which of that, out of the manifest, in one language. */
export function flowOf(manifest: Manifest, category: Category, locale: Locale): DataFlow {
  const purposes = manifest.purposes.filter(({ key }) => category.purposes.includes(key))
  const recipients = manifest.recipients.filter(({ categories }) => categories.includes(category.key))
  return {
    category: category.name[locale],
    purposes: purposes.map(({ name }) => name[locale]),
    recipients: recipients.map((recipient) => recipientName(recipient, locale)),
    handed: recipients.flatMap((recipient) => {
      const served = purposes.filter(({ key }) => recipient.purposes.includes(key))
      // Who merely keeps or carries it, does so for each of its purposes.
      const on = served.length > 0 ? served : purposes
      return on.map(({ name }) => ({ purpose: name[locale], recipient: recipientName(recipient, locale) }))
    }),
  }
}
