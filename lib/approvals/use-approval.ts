import type { Grant } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { clock } from '#lib/platform/clock.ts'
import type { Tx } from '#lib/platform/database/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { operationDone } from './events.ts'
import { APPROVAL_MOVES } from './lifecycle.ts'

/** An approval that was given and not used. */
export interface Approved {
  readonly id: string
  readonly brand: string
  readonly subjectId: string | null
  readonly kind: string
  /** As it was unsealed. */
  readonly input: unknown
}

/**
 * Uses an approval up: once, for what was approved and nothing else.
 * @throws Refusal `approvals.used` where it was used, lapsed, or was given for something else
 */
export async function useApproval(tx: Tx, grant: Grant, approved: Approved, inputHash: Uint8Array<ArrayBuffer>) {
  const now = clock.now()
  const { from, to } = APPROVAL_MOVES.carryOut
  const { count } = await tx.approval.updateMany({
    where: {
      id: approved.id,
      brand: grant.brand,
      kind: approved.kind,
      permission: grant.permission,
      inputHash,
      state: from,
      expiresAt: { gt: now },
    },
    data: { state: to, endedAt: now, sealedInput: null },
  })
  if (count === 0) throw new Refusal('approvals.used')
  await audit.record(tx, grant, operationDone(approved))
}
