import { percentOf } from '#lib/platform/money/index.ts'
import type { Tariff } from './schema.ts'

/**
 * What a line is for. `limit` is what a minimum or maximum price of charging sessions adds or takes away, `start` their
 * flat fee.
 */
export type LineKind =
  | 'energy'
  | 'standing'
  | 'minimum'
  | 'discount'
  | 'export'
  | 'time'
  | 'parking'
  | 'start'
  | 'limit'

/** A line of a bill before it belongs to one: quantity times rate is its net amount, rounded once, half to even. */
export interface TariffLine {
  readonly kind: LineKind
  readonly tariff: string
  readonly utility: Tariff['utility']
  /** The band (`band_2`), the time of use (`peak`) or the key of the discount. */
  readonly part: string | null
  /** Small units of the meter, days, seconds, sessions; 1 of `once` where the rate is the amount. */
  readonly quantity: bigint
  readonly unit: string
  /** Major units for a kWh, a cubic metre, an event, a day or an hour. */
  readonly rate: string
  readonly netMinor: bigint
  readonly vatPercent: string
  readonly vatMinor: bigint
  /** The days that it is for; the last is not counted. */
  readonly startsOn: string
  readonly endsOn: string
}

export type LineOf = Omit<TariffLine, 'tariff' | 'utility' | 'vatMinor' | 'part' | 'startsOn' | 'endsOn'> & {
  readonly part?: string
}

/** A line of a tariff, with the VAT of its rounded net amount. */
export function lineOf(
  { key, utility }: Pick<Tariff, 'key' | 'utility'>,
  { from, before }: { readonly from: string; readonly before: string },
  line: LineOf,
): TariffLine {
  return {
    tariff: key,
    utility,
    ...line,
    part: line.part ?? null,
    vatMinor: percentOf(line.netMinor, line.vatPercent),
    startsOn: from,
    endsOn: before,
  }
}

/**
 * The same lines with their VAT taken of the sum of each rate and not of each line. What the rounding of the lines makes
 * less or more goes to the largest line of the rate.
 */
export function vatByTotal<Line extends TariffLine>(lines: readonly Line[]): Line[] {
  const changed = new Map<Line, bigint>()
  for (const [percent, taxed] of Map.groupBy(lines, ({ vatPercent }) => vatPercent)) {
    const sum = (pick: (line: Line) => bigint) => taxed.reduce((total, line) => total + pick(line), 0n)
    const largest = taxed.toSorted((a, b) => (size(a) < size(b) ? 1 : size(a) > size(b) ? -1 : 0))[0]
    const missing =
      percentOf(
        sum(({ netMinor }) => netMinor),
        percent,
      ) - sum(({ vatMinor }) => vatMinor)
    if (largest && missing !== 0n) changed.set(largest, largest.vatMinor + missing)
  }
  return lines.map((line) => ({ ...line, vatMinor: changed.get(line) ?? line.vatMinor }))
}

function size({ netMinor }: TariffLine): bigint {
  return netMinor < 0n ? -netMinor : netMinor
}
