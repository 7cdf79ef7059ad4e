import type { CategoryAbout } from '#components/inventory/category-facts.tsx'
import { type Category, type Manifest, recipientName } from '#lib/brands/index.ts'
import { keptUntil } from '#lib/inventory/index.ts'
import type { Locale } from '#lib/platform/i18n/locales.ts'

/** What a category is about, out of the manifest, in one language. */
export function aboutCategory(
  manifest: Manifest,
  category: Category,
  newest: Date | null,
  locale: Locale,
): CategoryAbout {
  const until = newest && category.retention.rule === 'days' ? keptUntil(category, newest, null) : null
  return {
    source: category.source,
    purposes: manifest.purposes
      .filter((purpose) => category.purposes.includes(purpose.key))
      .map((purpose) => purpose.name[locale]),
    legalBasis: category.legalBasis,
    recipients: manifest.recipients
      .filter((recipient) => recipient.categories.includes(category.key))
      .map((recipient) => recipientName(recipient, locale)),
    retention: {
      rule: category.retention.rule,
      days: category.retention.days ?? 0,
      reason: category.retention.reason[locale],
      keptGround: category.retention.keptGround ?? null,
      newestUntil: until?.kind === 'on' ? until.at : null,
    },
  }
}
