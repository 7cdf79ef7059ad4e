import type { ClosureState } from './schema.ts'

/** From where a closing may come into a state. Undone or erased it is over; the next one is another closing. */
export const CLOSURE_MAY_COME_FROM = {
  requested: [],
  undone: ['requested'],
  erased: ['requested'],
} as const satisfies Record<ClosureState, readonly ClosureState[]>
