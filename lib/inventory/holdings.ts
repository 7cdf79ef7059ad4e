import { arrearsHeld } from '#lib/arrears/personal-data.ts'
import { cardsHeld } from '#lib/autopay/personal-data.ts'
import { billsHeld } from '#lib/billing/personal-data.ts'
import { periodOutcomesHeld } from '#lib/billing-runs/personal-data.ts'
import type { Category, Manifest } from '#lib/brands/index.ts'
import { consentsHeld } from '#lib/consents/personal-data.ts'
import { devicesHeld } from '#lib/devices/personal-data.ts'
import { registrationHeld, signInsHeld } from '#lib/identity/personal-data.ts'
import { chargingSessionsHeld, readingsHeld } from '#lib/metering/personal-data.ts'
import { newsHeld } from '#lib/news/personal-data.ts'
import { messagesHeld } from '#lib/notifications/personal-data.ts'
import { paymentsHeld } from '#lib/payments/personal-data.ts'
import type { Holding } from '#lib/personal-data/index.ts'
import { policyNoticesHeld } from '#lib/policies/personal-data.ts'
import { profileHeld } from '#lib/profile/personal-data.ts'
import { recordsHeld } from '#lib/records/personal-data.ts'
import { requestsHeld } from '#lib/requests/personal-data.ts'
import { accessRecordHeld } from '#lib/support/personal-data.ts'
import { uploadsHeld } from '#lib/uploads/personal-data.ts'

/**
 * Everything that is held about a person, each table answered for exactly once. A domain that begins to hold something
 * adds its holding here; the test beside this file names what nobody answers for.
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
  arrearsHeld,
  periodOutcomesHeld,
  paymentsHeld,
  cardsHeld,
  messagesHeld,
  policyNoticesHeld,
  newsHeld,
  accessRecordHeld,
]

/** Where the rows of a category live; null for a category that nothing is stored for yet. */
export function holdingOf(category: Pick<Category, 'shape'>): Holding | null {
  return HOLDINGS.find((holding) => !holding.internal && holding.shape === category.shape) ?? null
}

/** The categories of a brand, with their holdings, in the order of the manifest. */
export function heldCategories(manifest: Manifest): { category: Category; holding: Holding }[] {
  return manifest.categories.flatMap((category) => {
    const holding = holdingOf(category)
    return holding ? [{ category, holding }] : []
  })
}
