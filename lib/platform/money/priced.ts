import { Decimal } from 'decimal.js'
import { currencyExponent } from './currency.ts'

// Wide enough that nothing is rounded before the one rounding that is meant.
const Exact = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_HALF_EVEN })

/** A quantity counted in small units and priced by large ones: 1500 Wh at so much a kWh is per 1000. */
export interface Priced {
  /** Major units of money, as a decimal text. */
  readonly rate: string
  readonly quantity: bigint
  readonly per: number
  readonly currency: string
}

/** Rate times quantity in minor units, rounded once, half to even. */
export function priceOf({ rate, quantity, per, currency }: Priced): bigint {
  return rounded(
    new Exact(rate)
      .times(quantity.toString())
      .div(per)
      .times(new Exact(10).pow(currencyExponent(currency))),
  )
}

/** So many per cent of an amount, rounded half to even. */
export function percentOf(minor: bigint, percent: string): bigint {
  return rounded(new Exact(minor.toString()).times(percent).div(100))
}

function rounded(value: Decimal): bigint {
  return BigInt(value.toDecimalPlaces(0, Decimal.ROUND_HALF_EVEN).toFixed(0))
}
