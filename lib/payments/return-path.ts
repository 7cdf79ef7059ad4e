import { payLinkPath } from '#lib/billing/index.ts'
import type { PaymentRow } from './payment-row.ts'

/**
 * The page that a person comes back to from a provider; it asks the provider and shows what it says. Whoever came by a
 * mailed link is not signed in and comes back to the link's own page.
 */
export function returnPath({ brand, billId, id, payLinkId }: PaymentRow): string {
  const page = payLinkId ? payLinkPath(brand, payLinkId) : `/${brand}/me/bills/${billId}/return`
  return `${page}?payment=${id}`
}
