import type { ApprovalState } from './schema.ts'

interface Move {
  readonly from: ApprovalState
  readonly to: ApprovalState
}

/** Every way in which an approval comes from one state to another; the database holds the same table. */
export const APPROVAL_MOVES = {
  approve: { from: 'requested', to: 'approved' },
  refuse: { from: 'requested', to: 'refused' },
  withdraw: { from: 'requested', to: 'withdrawn' },
  lapse: { from: 'requested', to: 'expired' },
  carryOut: { from: 'approved', to: 'done' },
  fail: { from: 'approved', to: 'failed' },
  /** Approved, and never carried out in time. */
  lapseUnused: { from: 'approved', to: 'expired' },
} as const satisfies Record<string, Move>
export type ApprovalMove = keyof typeof APPROVAL_MOVES
