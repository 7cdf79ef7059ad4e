import type { RecipientAbout } from '#components/transparency/recipient-facts.tsx'
import { countryName } from '#components/ui/format.ts'
import { type Manifest, type Recipient, recipientName } from '#lib/brands/index.ts'
import type { Locale } from '#lib/platform/i18n/index.ts'

/** A recipient of the manifest with its references resolved, in one language. */
export function aboutRecipient(manifest: Manifest, recipient: Recipient, locale: Locale): RecipientAbout {
  const { sdk } = recipient
  return {
    key: recipient.key,
    name: recipientName(recipient, locale),
    kind: recipient.kind,
    ground: recipient.ground,
    legalBasis: recipient.legalBasis ?? null,
    essential: recipient.essential,
    purpose: recipient.purpose[locale],
    purposes: namesOf(manifest.purposes, recipient.purposes, locale),
    categories: namesOf(manifest.categories, recipient.categories, locale),
    sends: recipient.sends,
    country: countryName(recipient.country, locale),
    policyUrl: recipient.policyUrl ?? null,
    sdk: sdk
      ? {
          developer: sdk.developer,
          packageNames: sdk.packageNames,
          scenario: sdk.scenario[locale],
          permissions: sdk.permissions,
          purpose: sdk.purpose[locale],
          scope: sdk.scope[locale],
          processing: sdk.processing[locale],
          method: sdk.method[locale],
          website: sdk.website ?? null,
          privacyPolicy: sdk.privacyPolicy,
        }
      : null,
  }
}

function namesOf(
  all: readonly { key: string; name: Record<Locale, string> }[],
  keys: readonly string[],
  locale: Locale,
) {
  return all.filter(({ key }) => keys.includes(key)).map(({ name }) => name[locale])
}
