import type { BillState } from './schema.ts'

/** From which state a bill may come to which. `overdue` is not stored any more; it follows from the due date. */
export const BILL_TRANSITIONS: Readonly<Record<BillState, readonly BillState[]>> = {
  issued: ['part_paid', 'paid', 'cancelled', 'written_off'],
  part_paid: ['issued', 'paid', 'written_off'],
  overdue: ['part_paid', 'paid', 'cancelled', 'written_off'],
  // Money can go back: a refund, a payment that a bank takes back.
  paid: ['part_paid', 'issued'],
  cancelled: [],
  written_off: [],
}

export function mayBecome(from: BillState, to: BillState): boolean {
  return BILL_TRANSITIONS[from].includes(to)
}
