import { currencyExponent } from './currency.ts'

/** An amount as a plain decimal: 1234 EUR is "12.34", 1234 JPY is "1234". */
export function toDecimalText(minor: bigint, currency: string): string {
  const places = currencyExponent(currency)
  const digits = String(minor < 0n ? -minor : minor).padStart(places + 1, '0')
  const whole = digits.slice(0, digits.length - places)
  return `${minor < 0n ? '-' : ''}${whole}${places > 0 ? `.${digits.slice(-places)}` : ''}`
}

/**
 * Reads a plain decimal into minor units, exactly.
 * @throws where it is no decimal, or finer than the currency's minor unit
 */
export function fromDecimalText(text: string, currency: string): bigint {
  const [, sign, whole, fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text) ?? []
  if (whole === undefined) throw new Error('an amount is written as a decimal')
  const places = currencyExponent(currency)
  if (/[1-9]/.test(fraction.slice(places))) throw new Error(`${currency} has ${places} decimals`)
  const minor = BigInt(whole + fraction.slice(0, places).padEnd(places, '0'))
  return sign ? -minor : minor
}
