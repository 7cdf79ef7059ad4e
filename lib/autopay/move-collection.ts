import type { Grant } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { clock } from '#lib/platform/clock.ts'
import type { Tx } from '#lib/platform/database/index.ts'
import { collectionMoved } from './events.ts'
import { mayBecome } from './lifecycle.ts'
import type { CollectionState } from './schema.ts'

/** Collecting one bill, its row locked until the transaction ends. */
export interface LockedCollection {
  readonly billId: string
  readonly brand: string
  readonly subjectId: string
  readonly attempts: number
  readonly state: CollectionState
  readonly amountMinor: bigint | null
  readonly nextAt: Date | null
}

export async function lockCollection(tx: Tx, billId: string): Promise<LockedCollection | null> {
  const [found] = await tx.$queryRaw<LockedCollection[]>`
    SELECT bill_id AS "billId", brand, subject_id AS "subjectId", attempts, state, amount_minor AS "amountMinor",
           next_at AS "nextAt"
    FROM collection WHERE bill_id = ${billId}::uuid AND subject_id IS NOT NULL FOR UPDATE`
  return found ?? null
}

export interface Move {
  readonly state: CollectionState
  readonly failure?: string | null
  readonly nextAt?: Date
  readonly attempts?: number
  readonly amountMinor?: bigint
}

/** Brings collecting a bill to its next state and records that; false where it may not come to it from where it is. */
export async function moveCollection(
  tx: Tx,
  grant: Grant<'autopay:run'>,
  collection: LockedCollection,
  { state, failure = null, nextAt, ...more }: Move,
): Promise<boolean> {
  if (!mayBecome(collection.state, state)) return false
  await tx.collection.update({
    where: { billId: collection.billId },
    data: { ...more, state, failure, nextAt: nextAt ?? null, changedAt: clock.now() },
    select: { billId: true },
  })
  await audit.record(tx, grant, collectionMoved(collection.billId, state, failure ?? undefined))
  return true
}
