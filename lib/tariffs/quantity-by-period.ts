import type { TimeOfUsePrice, UsePeriod } from './schema.ts'

/** Use that began at a time of the premises' clock, of all intervals that share it. */
export interface UseAt {
  /** 0 is Monday. */
  readonly weekDay: number
  readonly month: number
  readonly minute: number
  /** How long each interval is. */
  readonly seconds: number
  readonly quantity: bigint
}

const DAY = 24 * 60
const QUARTER = 15

/** The time of use that a moment belongs to. */
export function periodAt(
  { windows, otherwise }: TimeOfUsePrice,
  at: { readonly weekDay: number; readonly month: number; readonly minute: number },
): UsePeriod {
  const found = windows.find(({ from, until, days, months }) => {
    if (days && !days.includes(at.weekDay)) return false
    if (months && !months.includes(at.month)) return false
    const [start, end] = [minuteOf(from), minuteOf(until) || DAY]
    return start < end ? at.minute >= start && at.minute < end : at.minute >= start || at.minute < end
  })
  return found?.period ?? otherwise
}

function minuteOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
}

/**
 * Sorts use by the time at which it happened. What was measured over more than one period, such as the use of a whole
 * day, is taken as even over its time; nothing is lost by that, to the unit.
 */
export function quantityByPeriod(price: TimeOfUsePrice, uses: readonly UseAt[]): Map<UsePeriod, bigint> {
  const sums = new Map<UsePeriod, bigint>()
  const add = (period: UsePeriod, quantity: bigint) => sums.set(period, (sums.get(period) ?? 0n) + quantity)
  for (const use of uses) {
    const quarters = Math.max(1, Math.ceil(use.seconds / 60 / QUARTER))
    const periods = Array.from({ length: quarters }, (_, step) => periodAt(price, later(use, step * QUARTER)))
    let given = 0n
    periods.forEach((period, index) => {
      if (period === periods[index + 1]) return
      const upTo = (use.quantity * BigInt(index + 1)) / BigInt(quarters)
      add(period, upTo - given)
      given = upTo
    })
  }
  return sums
}

function later({ weekDay, month, minute }: UseAt, minutes: number) {
  const total = minute + minutes
  return { weekDay: (weekDay + Math.floor(total / DAY)) % 7, month, minute: total % DAY }
}
