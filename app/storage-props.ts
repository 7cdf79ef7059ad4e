import type { StoragePlaceProps } from '#components/transparency/storage-place.tsx'
import type { Manifest } from '#lib/brands/index.ts'
import type { Locale } from '#lib/platform/i18n/index.ts'
import type { StorageView } from '#lib/transfers/index.ts'

/** Where one account is kept, with the words of its brand. */
export function storageProps(manifest: Manifest, view: StorageView, locale: Locale): StoragePlaceProps {
  const { transferPurpose, place } = manifest.storage
  return {
    ...view,
    place: place[locale],
    zone: manifest.zone,
    choice: transferPurpose ? `/${manifest.key}/me/choices#${transferPurpose}` : null,
  }
}
