/** The page that a person comes back to from a provider; it asks the provider and shows what it says. */
export function returnPath(brand: string, billId: string, paymentId: string): string {
  return `/${brand}/me/bills/${billId}/return?payment=${paymentId}`
}
