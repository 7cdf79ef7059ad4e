import { currencyExponent } from '#lib/platform/money/index.ts'

// Stripe counts these in hundredths, though their smallest unit is the whole one.
const IN_HUNDREDTHS = new Set(['ISK', 'UGX'])

/** An amount as Stripe counts it; null where Stripe cannot take it exactly (three decimals end in 0 there). */
export function toStripeAmount(minor: bigint, currency: string): number | null {
  if (IN_HUNDREDTHS.has(currency)) return Number(minor * 100n)
  return currencyExponent(currency) === 3 && minor % 10n !== 0n ? null : Number(minor)
}

export function fromStripeAmount(amount: number, currency: string): bigint {
  return IN_HUNDREDTHS.has(currency.toUpperCase()) ? BigInt(amount) / 100n : BigInt(amount)
}
