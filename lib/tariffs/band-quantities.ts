import { Exact, toWhole } from '#lib/platform/money/index.ts'
import { daysOfCycle } from './price-slices.ts'
import type { TieredPrice } from './schema.ts'

export interface BandUse {
  /** From 1. */
  readonly band: number
  readonly rate: string
  readonly quantity: bigint
}

export interface SlicedUse {
  readonly quantity: bigint
  /** How many small units make the one that rates are given for. */
  readonly per: number
  /** A day of the slice, and for how many of its days the meter was there. */
  readonly from: string
  readonly days: number
}

/**
 * Shares a quantity out over the bands of a tariff, lowest first. An edge belongs to the band that it ends; it is rounded
 * to the small unit, half to even, once. A band that nothing fell into is left out, save the first.
 */
export function bandQuantities({ bands, per: cycle }: TieredPrice, use: SlicedUse): BandUse[] {
  const share = new Exact(use.days).div(daysOfCycle(cycle, use.from))
  let below = 0n
  return bands
    .map(({ upTo, rate }, index) => {
      const edge = upTo === undefined ? null : toWhole(share.times(upTo).times(use.per))
      const reached = edge !== null && edge < use.quantity ? edge : use.quantity
      const quantity = reached > below ? reached - below : 0n
      below += quantity
      return { band: index + 1, rate, quantity }
    })
    .filter(({ band, quantity }) => band === 1 || quantity > 0n)
}
