import { type Grant, inScope } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { Prisma, type Tx } from '#lib/platform/database/index.ts'
import { enqueue } from '#lib/platform/queue/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { addEntry, type NewEntry } from './add-entry.ts'
import type { AnswerClock } from './answer-clock.ts'
import { requestMoved } from './events.ts'
import { isOpen, mayMove, REQUEST_MOVES, type RequestMove } from './lifecycle.ts'
import type { RequestKind, RequestState } from './schema.ts'

/** A request that nobody else can move until the transaction ends. */
export interface LockedRequest extends AnswerClock {
  readonly id: string
  readonly brand: string
  readonly subjectId: string | null
  readonly number: string
  readonly kind: RequestKind
  readonly state: RequestState
  readonly ground: string | null
  readonly extendedAt: Date | null
  readonly handlerId: string | null
  readonly openedAt: Date
  readonly repeats: number
  readonly feeMinor: bigint | null
  readonly feeBillId: string | null
  readonly agentId: string | null
}

/**
 * The request of the grant's brand, and of its person where it names one, under a lock.
 * @throws Refusal `requests.not_found`
 */
export async function lockRequest(tx: Tx, grant: Grant, id: string): Promise<LockedRequest> {
  const own = grant.subject ? Prisma.sql`AND subject_id = ${grant.subject}::uuid` : Prisma.empty
  const [row] = await tx.$queryRaw<LockedRequest[]>`
    SELECT id, brand, number, subject_id AS "subjectId", kind, state, ground, identified_at AS "identifiedAt", due_at AS "dueAt",
           paused_at AS "pausedAt", extended_at AS "extendedAt", handler_id AS "handlerId", opened_at AS "openedAt",
           repeats, fee_minor AS "feeMinor", fee_bill_id AS "feeBillId", agent_id AS "agentId"
    FROM rights_request WHERE id = ${id}::uuid AND brand = ${grant.brand} ${own} FOR UPDATE`
  if (!row) throw new Refusal('requests.not_found')
  return row
}

/** What changes with a move beside the state. */
type Patch = Partial<AnswerClock> & {
  readonly extendedAt?: Date
  readonly handlerId?: string | null
  readonly ground?: string
  readonly refusalReason?: string
  readonly feeMinor?: bigint
  readonly feeCurrency?: string
  readonly feeGround?: string
}

export interface Step extends NewEntry {
  readonly move: RequestMove
  readonly patch?: Patch
}

/**
 * Brings a locked request to its next state, notes the step in its course and in the audit.
 * @throws Refusal `requests.not_now` where the table of moves does not have it
 */
export async function moveRequest(tx: Tx, grant: Grant, held: LockedRequest, step: Step): Promise<void> {
  const { move, patch = {}, ...entry } = step
  if (!mayMove(held.state, move)) throw new Refusal(isOpen(held.state) ? 'requests.not_now' : 'requests.over')
  const { to } = REQUEST_MOVES[move]
  await tx.rightsRequest.updateMany({
    where: { id: held.id, brand: held.brand },
    data: { ...patch, state: to, ...(isOpen(to) ? {} : { closedAt: clock.now(), pausedAt: null }) },
  })
  await addEntry(tx, grant, held, entry)
  if (held.feeBillId && endsFee(held.state, move))
    await enqueue(tx, 'requests.drop-fee', { brand: held.brand, bill: held.feeBillId })
  await audit.record(tx, grant, requestMoved(held.id, held.subjectId, entry.kind, patch.refusalReason))
}

/** Where a request goes on once it is shown who asks: with whoever has it, or to whoever takes it. */
export function provenMove({ handlerId }: LockedRequest): RequestMove {
  return handlerId ? 'showIdentityAgain' : 'showIdentity'
}

/** Whether a bill that was agreed to is not owed any more: the request went another way than by paying, or has no answer. */
function endsFee(from: RequestState, move: RequestMove): boolean {
  return move === 'refuse' || (from === 'fee_asked' && move !== 'payFee')
}

/** Locks a request and brings it to its next state, in one scope of the grant. */
export async function stepRequest(grant: Grant, id: string, make: (held: LockedRequest) => Step): Promise<void> {
  await inScope(grant, async (tx) => {
    const held = await lockRequest(tx, grant, id)
    await moveRequest(tx, grant, held, make(held))
  })
}
