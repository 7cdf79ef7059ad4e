import { z } from 'zod'

export const CancelAccount = z.object({
  /** The box beside "I know what goes". */
  sure: z.literal('on', { error: 'retention.not_sure' }),
})

/** What staff decide about a request for deletion: `account`, or the key of one category. */
export const AcceptDeletion = z.object({
  request: z.uuid(),
  part: z.string({ error: 'retention.part_missing' }).min(1, 'retention.part_missing').max(60),
  text: z.string().trim().min(20, 'requests.explain').max(4_000),
})
export type AcceptDeletion = z.output<typeof AcceptDeletion>

/** The account that a report is about: its reference, or a name by which its person signs in. */
export const ChildAccount = z.object({
  request: z.uuid(),
  account: z.string().trim().min(1).max(254),
  text: z.string().trim().min(20, 'requests.explain').max(4_000),
})
export type ChildAccount = z.output<typeof ChildAccount>

export const UndoCancel = z.object({})

export const CLOSURE_STATES = ['requested', 'undone', 'erased'] as const
export type ClosureState = (typeof CLOSURE_STATES)[number]

/** The four grounds on which something may stay after an account is closed (WEA-11). */
export type KeptGround = 'law' | 'support' | 'dispute' | 'fraud'

/** What becomes of a category when the account is erased. */
export interface PlannedEnd {
  readonly category: string
  /** `anonymised`: kept without anything that points to the person. `kept`: as it is, until its time is over. */
  readonly end: 'erased' | 'anonymised' | 'kept'
  readonly ground: KeptGround | null
  readonly until: Date | null
}

/** What an erasure did to a category, as its certificate says it. */
export interface CertifiedEnd {
  readonly category: string
  readonly erased: number
  readonly anonymised: number
  readonly kept: number
  readonly ground: string | null
  readonly until: Date | null
  /** Erased when its time was over, after the account was. */
  readonly later: boolean
  readonly at: Date
}

/** That an account was erased, and what became of each category. Holds nothing about the person. */
export interface Certificate {
  readonly requestedAt: Date
  readonly erasedAt: Date
  readonly ends: readonly CertifiedEnd[]
}

/** A guardian takes back their agreement; they say that they mean it, because what follows cannot be undone. */
export const WithdrawAsGuardian = z.object({
  token: z.string().min(20).max(100),
  sure: z.literal('on', { error: 'retention.guardian_not_sure' }),
})
export type WithdrawAsGuardian = z.output<typeof WithdrawAsGuardian>
