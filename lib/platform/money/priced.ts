import { Exact, toMinor, toWhole } from './exact.ts'

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
  return toMinor(new Exact(rate).times(quantity.toString()).div(per), currency)
}

/** So many per cent of an amount, rounded half to even. */
export function percentOf(minor: bigint, percent: string): bigint {
  return toWhole(new Exact(minor.toString()).times(percent).div(100))
}
