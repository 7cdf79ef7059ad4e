import { addDays } from '#lib/platform/calendar/index.ts'
import { allocate } from '#lib/platform/money/index.ts'

/** A part of a sum, and the day by which it is to be paid. */
export interface Instalment {
  readonly dueOn: string
  readonly amountMinor: bigint
}

/**
 * A sum in so many equal parts, which add up to it exactly: the first is due after one step of days, and each of the
 * others one step later.
 */
export function planInstalments(
  amountMinor: bigint,
  { currency, parts, from, everyDays }: { currency: string; parts: number; from: string; everyDays: number },
): Instalment[] {
  const equal = Array.from({ length: parts }, () => 1n)
  const amounts = allocate(amountMinor, currency, equal)
  return amounts.map((amount, index) => ({ dueOn: addDays(from, everyDays * (index + 1)), amountMinor: amount }))
}

/** The first instalment that what was paid does not cover; null where all are. */
export function nextInstalment(instalments: readonly Instalment[], paidMinor: bigint): Instalment | null {
  let sum = 0n
  for (const instalment of instalments) {
    sum += instalment.amountMinor
    if (sum > paidMinor) return instalment
  }
  return null
}
