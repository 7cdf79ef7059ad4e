import { currencyExponent } from '#lib/platform/money/index.ts'

// Stripe counts these in hundredths, though their smallest unit is the whole one.
const IN_HUNDREDTHS = new Set(['ISK', 'UGX'])
// Stripe takes whole units only of this one, though ISO 4217 gives it hundredths.
const IN_WHOLE_UNITS = new Set(['MGA'])

/** An amount as Stripe counts it; null where Stripe cannot take it exactly (three decimals end in 0 there). */
export function toStripeAmount(minor: bigint, currency: string): number | null {
  if (IN_HUNDREDTHS.has(currency)) return Number(minor * 100n)
  if (IN_WHOLE_UNITS.has(currency)) return minor % 100n === 0n ? Number(minor / 100n) : null
  return currencyExponent(currency) === 3 && minor % 10n !== 0n ? null : Number(minor)
}

export function fromStripeAmount(amount: number, currency: string): bigint {
  const code = currency.toUpperCase()
  if (IN_WHOLE_UNITS.has(code)) return BigInt(amount) * 100n
  return IN_HUNDREDTHS.has(code) ? BigInt(amount) / 100n : BigInt(amount)
}
