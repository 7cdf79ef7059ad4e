import type { BillState } from './schema.ts'

/**
 * From which state a bill may come to which; nothing else is written anywhere. Time moves issued to due and overdue,
 * money moves to part paid and paid, and back where it was returned; more time or instalments lift it out of overdue.
 */
export const BILL_TRANSITIONS: Readonly<Record<BillState, readonly BillState[]>> = {
  draft: ['issued'],
  issued: ['due', 'overdue', 'part_paid', 'paid', 'cancelled', 'written_off'],
  due: ['issued', 'overdue', 'part_paid', 'paid', 'cancelled', 'written_off'],
  part_paid: ['issued', 'due', 'overdue', 'paid', 'cancelled', 'written_off'],
  overdue: ['issued', 'due', 'part_paid', 'paid', 'cancelled', 'written_off'],
  // Money can go back: a refund, a payment that a bank takes back. And what was paid can still have been wrong.
  paid: ['issued', 'due', 'part_paid', 'overdue', 'cancelled'],
  cancelled: [],
  written_off: [],
}

export function mayBecome(from: BillState, to: BillState): boolean {
  return BILL_TRANSITIONS[from].includes(to)
}

/** What decides how a bill stands: its books, and the day by which something of it is to be paid. */
export interface BillFacts {
  readonly state: BillState
  readonly totalMinor: bigint
  /** By the books. */
  readonly openMinor: bigint
  readonly payableOn: string
}

/** Today in the brand's zone, and the last day that counts as near. */
export interface BillDays {
  readonly today: string
  readonly dueUntil: string
}

/** How an issued bill stands on a day by its books. The stored state is brought to this; a page shows it at once. */
export function standingOn(
  { state, totalMinor, openMinor, payableOn }: BillFacts,
  days: BillDays,
): Exclude<BillState, 'draft'> {
  if (state === 'cancelled' || state === 'written_off') return state
  if (openMinor <= 0n) return 'paid'
  if (payableOn < days.today) return 'overdue'
  if (openMinor < totalMinor) return 'part_paid'
  return payableOn <= days.dueUntil ? 'due' : 'issued'
}
