import type { Metadata } from 'next'
import type { BrandContact, BrandLook } from '#components/shell/brand-look.ts'
import type { Manifest } from '#lib/brands/index.ts'
import type { Locale } from '#lib/platform/i18n/index.ts'

/** Names the brand in the title of every page below: whoever has tabs of two brands open tells them apart. */
export function brandTitles({ name }: Manifest): Metadata {
  return { title: { default: name, template: `%s · ${name}` } }
}

/** What the shells show of a brand. */
export function brandLook(manifest: Manifest): BrandLook {
  const { letters, accentLight, accentDark } = manifest.mark
  return { key: manifest.key, name: manifest.name, markLetters: letters, accentLight, accentDark }
}

/** Who answers for the data, in the reader's language. */
export function brandContact(manifest: Manifest, locale: Locale): BrandContact {
  const { name, address, email, phone, complaint } = manifest.controller
  return {
    controller: name,
    address: address[locale],
    email,
    phone,
    complaint: { name: complaint.name[locale], url: complaint.url },
  }
}
