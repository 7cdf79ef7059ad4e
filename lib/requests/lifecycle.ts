import type { RequestState } from './schema.ts'

/** States in which a request waits for its end. */
export const OPEN_STATES = [
  'identity_asked',
  'fee_asked',
  'received',
  'in_progress',
  'waiting',
] as const satisfies RequestState[]

/** Those in which the brand can decide: it is known who asks. */
export const DECIDABLE_STATES = ['received', 'in_progress', 'waiting'] as const satisfies RequestState[]

interface Move {
  readonly from: readonly RequestState[]
  readonly to: RequestState
}

/**
 * Every way in which a request comes from one state to another; there is no other. `waiting`: the person was asked
 * something. `fee_asked`: they were told what it costs. `closed`: nobody showed who asked. Over once it is answered, refused, closed or withdrawn.
 */
export const REQUEST_MOVES = {
  open: { from: [], to: 'received' },
  openUnproven: { from: [], to: 'identity_asked' },
  askIdentity: { from: DECIDABLE_STATES, to: 'identity_asked' },
  showIdentity: { from: ['identity_asked'], to: 'received' },
  // Somebody had taken it on before the proof was asked for.
  showIdentityAgain: { from: ['identity_asked'], to: 'in_progress' },
  take: { from: ['received'], to: 'in_progress' },
  ask: { from: ['received', 'in_progress'], to: 'waiting' },
  reply: { from: ['waiting'], to: 'in_progress' },
  askFee: { from: DECIDABLE_STATES, to: 'fee_asked' },
  payFee: { from: ['fee_asked'], to: 'in_progress' },
  waiveFee: { from: ['fee_asked'], to: 'in_progress' },
  answer: { from: DECIDABLE_STATES, to: 'answered' },
  // Also where a fee that was shown is not agreed to: the policy may list that among its reasons.
  refuse: { from: [...DECIDABLE_STATES, 'fee_asked'], to: 'refused' },
  lapse: { from: ['identity_asked'], to: 'closed' },
  withdraw: { from: OPEN_STATES, to: 'withdrawn' },
} as const satisfies Record<string, Move>
export type RequestMove = keyof typeof REQUEST_MOVES

export function mayMove(state: RequestState, move: RequestMove): boolean {
  return REQUEST_MOVES[move].from.some((from) => from === state)
}

export function isOpen(state: RequestState): boolean {
  return OPEN_STATES.some((open) => open === state)
}

export function isDecidable(state: RequestState): boolean {
  return DECIDABLE_STATES.some((decidable) => decidable === state)
}
