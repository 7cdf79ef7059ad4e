import { z } from 'zod'

/** The rights a person can ask for here, and the two ways to simply write. */
export const REQUEST_KINDS = [
  'access',
  'correction',
  'deletion',
  'restriction',
  'portability',
  'objection',
  'withdrawal',
  'complaint',
  'inquiry',
] as const
/** What anybody can ask of a brand, also without an account: the same, and to report the account of a child (WEA-15). */
export const PUBLIC_KINDS = [...REQUEST_KINDS, 'child_report'] as const
export type RequestKind = (typeof PUBLIC_KINDS)[number]

export const REQUEST_STATES = [
  'identity_asked',
  'fee_asked',
  'received',
  'in_progress',
  'waiting',
  'answered',
  'refused',
  'closed',
  'withdrawn',
] as const
export type RequestState = (typeof REQUEST_STATES)[number]

/** What stands in the course of a request. */
export const ENTRY_KINDS = [
  'opened',
  'identity_asked',
  'identity_shown',
  'taken',
  'message',
  'question',
  'extended',
  'overdue',
  'fee_asked',
  'fee_paid',
  'fee_waived',
  'value_proven',
  'answered',
  'refused',
  'closed',
  'withdrawn',
] as const
export type EntryKind = (typeof ENTRY_KINDS)[number]

export const REQUEST_TEXT_LENGTH = 4_000
const Words = z.string().trim().min(1).max(REQUEST_TEXT_LENGTH)
/** Words that a decision needs, so that it is explained. */
const Explanation = z.string().trim().min(20, 'requests.explain').max(REQUEST_TEXT_LENGTH)

/** Fields that only a request can change, with evidence and a decision (ENB-06). */
export const LOCKED_FIELDS = ['account_name', 'email', 'phone', 'birth_date'] as const
export type LockedField = (typeof LOCKED_FIELDS)[number]

export const EVIDENCE_BYTES = 5_000_000
export const EVIDENCE_ACCEPT = 'application/pdf,image/png,image/jpeg'

export const OpenRequest = z.object({
  kind: z.enum(REQUEST_KINDS),
  text: Words,
  /** Of a deletion: one of the brand's grounds. */
  ground: z.string().max(60).optional(),
  /** Of a correction: a locked field, what should stand there, and a file that shows it. */
  field: z.enum([...LOCKED_FIELDS, 'other']).optional(),
  value: z.string().trim().max(254).optional(),
  evidence: z.instanceof(Blob).optional(),
})
export type OpenRequest = z.output<typeof OpenRequest>

/** Somebody without an account asks; the mail address is where they are verified and written to (WEA-12). */
export const OpenPublicRequest = z.object({
  kind: z.enum(PUBLIC_KINDS),
  text: Words,
  email: z.email('requests.email_form').max(254),
  ground: z.string().max(60).optional(),
})
export type OpenPublicRequest = z.output<typeof OpenPublicRequest>

/** The secret of a request's address. */
const Secret = z.string().min(20).max(100)
export const TrackedStep = z.object({ token: Secret })
export const ConfirmTracked = z.object({
  token: Secret,
  /** Of a deletion for which an agent asked: one of the brand's grounds. */
  ground: z.string().max(60).optional(),
})
export type ConfirmTracked = z.output<typeof ConfirmTracked>
export type TrackedStep = z.output<typeof TrackedStep>
export const TrackedWords = z.object({ token: Secret, text: Words })
export type TrackedWords = z.output<typeof TrackedWords>

/** Which request a step is about. */
export const RequestStep = z.object({ request: z.uuid() })
export type RequestStep = z.output<typeof RequestStep>

export const RequestWords = z.object({ request: z.uuid(), text: Words })
export type RequestWords = z.output<typeof RequestWords>

export const ExplainedStep = z.object({ request: z.uuid(), text: Explanation })
export type ExplainedStep = z.output<typeof ExplainedStep>

export const RefuseRequest = z.object({
  request: z.uuid(),
  reason: z.string({ error: 'requests.reason_missing' }).min(1, 'requests.reason_missing').max(60),
  text: Explanation,
})
export type RefuseRequest = z.output<typeof RefuseRequest>

/** Why a request may cost something: it comes too often, or takes far more than usual. */
export const FEE_GROUNDS = ['frequency', 'cost'] as const
export type FeeGround = (typeof FEE_GROUNDS)[number]

/** Asks a fee before the person goes on: how much, for which of the two grounds, and why. */
export const AskFee = z.object({
  request: z.uuid(),
  ground: z.enum(FEE_GROUNDS, { error: 'requests.reason_missing' }),
  amount: z
    .string()
    .trim()
    .regex(/^\d{1,4}([.,]\d{1,2})?$/, 'requests.fee_form')
    .transform((written) => written.replace(',', '.')),
  text: Explanation,
})
export type AskFee = z.output<typeof AskFee>

/** Which part of the queue staff look at. */
export const QUEUE_PARTS = ['open', 'overdue', 'waiting', 'over'] as const
export type QueuePart = (typeof QUEUE_PARTS)[number]

/** Whose requests staff look for: everybody's, their own, or those that nobody took. */
export const QUEUE_HANDLERS = ['all', 'mine', 'nobody'] as const

/** What an address of the queue asks for; what it does not name, or names wrongly, is not narrowed. */
export const QueueQuery = z.object({
  part: z.enum(QUEUE_PARTS).catch('open'),
  kind: z.enum(PUBLIC_KINDS).optional().catch(undefined),
  handler: z.enum(QUEUE_HANDLERS).catch('all'),
  /** What a request is called, as somebody said or wrote it. */
  number: z.string().trim().min(1).max(40).optional().catch(undefined),
  /** The reference of an account: what its person asked. */
  account: z.string().trim().toUpperCase().min(1).max(40).optional().catch(undefined),
})
export type QueueQuery = z.output<typeof QueueQuery>

/** A request as it is listed, for its person and for staff. */
export interface RequestView {
  readonly id: string
  /** What it is called on the telephone. */
  readonly number: string
  readonly kind: RequestKind
  readonly state: RequestState
  readonly openedAt: Date
  /** Null before it is known who asks. */
  readonly dueAt: Date | null
  /** The clock stands still. */
  readonly paused: boolean
  /** Whole days until an answer is due, negative for days too late; null where no clock runs any more or yet. */
  readonly daysLeft: number | null
  readonly overdue: boolean
  readonly extended: boolean
  readonly closedAt: Date | null
  /** How many requests of the same kind came from the same person in the year before. */
  readonly repeats: number
}

export interface EntryView {
  readonly id: string
  readonly at: Date
  readonly kind: EntryKind
  readonly author: string
  readonly words: string | null
}

/** A request in full, with everything that happened to it, oldest first. */
export interface RequestDetail extends RequestView {
  readonly subject: string | null
  /** The authorised agent who asked for the person, by name. */
  readonly agent: string | null
  /** What was asked, in the person's words; null once they were erased. */
  readonly text: string | null
  readonly ground: string | null
  readonly refusalReason: string | null
  /** Of a correction of a locked field: which, and what should stand there. */
  readonly field: LockedField | null
  readonly value: string | null
  /** Whether it was shown that the new value reaches the person; null where that is not asked. */
  readonly valueProof: 'shown' | 'missing' | null
  /** What is asked for it, and the bill once its person agreed. */
  readonly fee: {
    readonly minor: bigint
    readonly currency: string
    readonly ground: string
    readonly billId: string | null
  } | null
  readonly entries: readonly EntryView[]
}
