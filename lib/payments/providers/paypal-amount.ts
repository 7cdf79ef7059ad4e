import { currencyExponent, fromDecimalText, toDecimalText } from '#lib/platform/money/index.ts'

// PayPal takes whole units only of these, whatever ISO 4217 says of them.
const WITHOUT_DECIMALS = new Set(['HUF', 'JPY', 'TWD'])

/** An amount as PayPal writes it; null where PayPal cannot take it exactly. */
export function toPayPalValue(minor: bigint, currency: string): string | null {
  if (!WITHOUT_DECIMALS.has(currency)) return toDecimalText(minor, currency)
  const unit = 10n ** BigInt(currencyExponent(currency))
  return minor % unit === 0n ? String(minor / unit) : null
}

export function fromPayPalValue(value: string, currency: string): bigint {
  return fromDecimalText(value, currency)
}
