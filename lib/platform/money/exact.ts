import { Decimal } from 'decimal.js'
import { currencyExponent } from './currency.ts'

/** A decimal wide enough that nothing is rounded before the one rounding that is meant. */
export const Exact = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_HALF_EVEN })
export type Exact = Decimal

/** A value as a whole number, rounded half to even. */
export function toWhole(value: Exact): bigint {
  return BigInt(value.toDecimalPlaces(0, Decimal.ROUND_HALF_EVEN).toFixed(0))
}

/** Major units of money as minor units, rounded once, half to even. */
export function toMinor(major: Exact, currency: string): bigint {
  return toWhole(major.times(new Exact(10).pow(currencyExponent(currency))))
}
