import type { PaymentRow } from './payment-row.ts'

/** The page that a person comes back to from a provider; it asks the provider and shows what it says. */
export function returnPath({ brand, billId, id }: Pick<PaymentRow, 'brand' | 'billId' | 'id' | 'way'>): string {
  return `/${brand}/me/bills/${billId}/return?payment=${id}`
}
