import { allocate as allocateDinero, dinero, toSnapshot } from 'dinero.js/bigint'
import { currencyExponent } from './currency.ts'

/** Splits an amount by ratios so that no unit is lost: 10.00 in three is 3.34, 3.33 and 3.33. */
export function allocate(minor: bigint, currency: string, ratios: readonly bigint[]): bigint[] {
  const whole = dinero({
    amount: minor,
    currency: { code: currency, base: 10n, exponent: BigInt(currencyExponent(currency)) },
  })
  return allocateDinero(whole, [...ratios]).map((part) => toSnapshot(part).amount)
}
