import { type Grant, inScope, systemGrant } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { log } from '#lib/platform/log.ts'
import { carryOut } from './carry-out.ts'
import type { Operation } from './define-operation.ts'
import { approvalExpired } from './events.ts'

type Watch = Grant<'approvals:watch'>

/** Minutes after which an approved operation counts as broken off. */
const BROKEN_OFF_MINUTES = 1

/** Ends what nobody decided in time, and does what was approved and broken off before it was done. Repeatable. */
export async function watchApprovals(grant: Watch, operations: readonly Operation[]): Promise<void> {
  await expire(grant)
  const left = await inScope(grant, (tx) =>
    tx.approval.findMany({
      where: { state: 'approved', decidedAt: { lt: clock.inMinutes(-BROKEN_OFF_MINUTES) } },
      select: { id: true, brand: true, kind: true },
      orderBy: { decidedAt: 'asc' },
      take: 100,
    }),
  )
  for (const { id, brand, kind } of left) {
    const operation = operations.find((known) => known.kind === kind)
    if (!operation) continue
    // One that meets a fault of ours must not hold up the others; it is tried again until it lapses.
    await carryOut(systemGrant('approvals', 'approvals:watch', { brand }), operation, id).catch((fault: unknown) =>
      log.error({ approval: id, kind, fault }, 'an approved operation could not be carried out'),
    )
  }
}

async function expire(grant: Watch): Promise<void> {
  await inScope(grant, async (tx) => {
    const now = clock.now()
    const rows = await tx.approval.updateManyAndReturn({
      where: { state: { in: ['requested', 'approved'] }, expiresAt: { lte: now } },
      data: { state: 'expired', endedAt: now, sealedInput: null },
      select: { id: true, kind: true, subjectId: true },
    })
    for (const row of rows) await audit.record(tx, grant, approvalExpired(row))
  })
}
