/** What a provider has moved in one currency, in minor units: the truth that the portal's books are held against. */
export interface ProviderBooks {
  captured: number
  /** What went back, without what failed. */
  refunded: number
  /** What banks hold, or have taken for good. */
  disputed: number
}

/** Adds up movements by currency. */
export function addUp(
  movements: readonly { currency: string; minor: number; kind: keyof ProviderBooks }[],
): Record<string, ProviderBooks> {
  const books: Record<string, ProviderBooks> = {}
  for (const { currency, minor, kind } of movements) {
    const code = currency.toUpperCase()
    books[code] ??= { captured: 0, refunded: 0, disputed: 0 }
    books[code][kind] += minor
  }
  return books
}
