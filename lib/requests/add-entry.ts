import { v7 as uuid } from 'uuid'
import type { Grant } from '#lib/access/index.ts'
import { clock } from '#lib/platform/clock.ts'
import type { Tx } from '#lib/platform/database/index.ts'
import { enqueue } from '#lib/platform/queue/index.ts'
import type { EntryKind } from './schema.ts'
import { sealText } from './sealed-text.ts'

export type EntryAuthor = 'person' | 'agent' | 'staff' | 'portal'

/** A step to be noted in the course of a request. */
export interface NewEntry {
  readonly kind: EntryKind
  readonly words?: string | undefined
  /** Writes to the person that there is something new. */
  readonly tell?: boolean
}

/** Whose request the entry belongs to. */
interface Course {
  readonly id: string
  readonly brand: string
  readonly subjectId: string | null
  /** Who asked for the person, and is told of each step. */
  readonly agentId?: string | null
}

/** Notes a step; the messages about it are queued in the same transaction. */
export async function addEntry(tx: Tx, grant: Grant, of: Course, { kind, words, tell }: NewEntry): Promise<void> {
  const id = uuid()
  await tx.requestEntry.create({
    data: {
      id,
      brand: of.brand,
      subjectId: of.subjectId,
      requestId: of.id,
      kind,
      author: authorOf(grant, kind),
      sealed: words === undefined ? null : sealText('request_entry', id, words),
      at: clock.now(),
    },
    select: { id: true },
  })
  if (tell) await enqueue(tx, 'requests.tell', { brand: of.brand, entry: id })
  if (of.agentId) await enqueue(tx, 'agents.report', { brand: of.brand, request: of.id })
}

function authorOf({ actor }: Grant, kind: EntryKind): EntryAuthor {
  // Where nobody of the staff asks who it is, the portal does, and never who asks.
  if (kind === 'identity_asked' && actor.kind !== 'staff') return 'portal'
  if (actor.kind === 'staff') return actor.support ? 'person' : 'staff'
  if (actor.kind === 'agent') return 'agent'
  return actor.kind === 'system' ? 'portal' : 'person'
}
