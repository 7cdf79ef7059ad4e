import { cardsHeld } from '#lib/autopay/personal-data.ts'
import { billsHeld } from '#lib/billing/personal-data.ts'
import type { Category, Manifest } from '#lib/brands/index.ts'
import { consentsHeld } from '#lib/consents/personal-data.ts'
import { devicesHeld } from '#lib/devices/personal-data.ts'
import { registrationHeld, signInsHeld } from '#lib/identity/personal-data.ts'
import { chargingSessionsHeld, readingsHeld } from '#lib/metering/personal-data.ts'
import { paymentsHeld } from '#lib/payments/personal-data.ts'
import type { Holding } from '#lib/personal-data/index.ts'
import { profileHeld } from '#lib/profile/personal-data.ts'
import { recordsHeld } from '#lib/records/personal-data.ts'
import { requestsHeld } from '#lib/requests/personal-data.ts'
import { uploadsHeld } from '#lib/uploads/personal-data.ts'

/**
 * What is held about a person in the categories of their brand. A domain that begins to hold something adds its holding
 * here, and notes of the portal's own in lib/retention/holdings.ts; a test there names what nobody answers for.
 */
export const HOLDINGS: readonly Holding[] = [
  registrationHeld,
  profileHeld,
  signInsHeld,
  consentsHeld,
  requestsHeld,
  devicesHeld,
  recordsHeld,
  uploadsHeld,
  readingsHeld,
  chargingSessionsHeld,
  billsHeld,
  paymentsHeld,
  cardsHeld,
]

/** Where the rows of a category live; null for a category that nothing is stored for yet. */
export function holdingOf(category: Pick<Category, 'shape'>): Holding | null {
  return HOLDINGS.find((holding) => holding.shape === category.shape) ?? null
}

/** The categories of a brand, with their holdings, in the order of the manifest. */
export function heldCategories(manifest: Manifest): { category: Category; holding: Holding }[] {
  return manifest.categories.flatMap((category) => {
    const holding = holdingOf(category)
    return holding ? [{ category, holding }] : []
  })
}
