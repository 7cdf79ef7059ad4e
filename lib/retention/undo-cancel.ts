import { type Grant, inScope, subjectOf } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { refuseIfEnding } from '#lib/brand-status/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { closingUndone } from './events.ts'
import { CLOSURE_MAY_COME_FROM } from './lifecycle.ts'

/**
 * Keeps an account that was being closed. Consents that ended with the closing stay ended until the person gives them
 * again.
 * @throws Refusal `retention.not_closing` where nothing is being closed, or the erasure has begun,
 *   `brands.ending` where the brand itself has stopped
 */
export async function undoCancel(grant: Grant<'account:undo-cancel'>): Promise<void> {
  const of = { brand: grant.brand, subjectId: subjectOf(grant) }
  await inScope(grant, async (tx) => {
    // The closing first, as the erasure does it, so that the two wait for each other and never embrace.
    const closing = await tx.closure.findFirst({ where: { ...of, state: 'requested' }, select: { id: true } })
    if (!closing) throw new Refusal('retention.not_closing')
    await refuseIfEnding(tx, grant.brand)
    const { count: undone } = await tx.closure.updateMany({
      where: { id: closing.id, state: { in: [...CLOSURE_MAY_COME_FROM.undone] } },
      data: { state: 'undone', undoneAt: clock.now(), certificateHash: null },
    })
    const { count: kept } = await tx.account.updateMany({
      where: { id: of.subjectId, brand: of.brand, state: 'closing' },
      data: { state: 'active' },
    })
    if (undone === 0 || kept === 0) throw new Refusal('retention.not_closing')
    await audit.record(tx, grant, closingUndone(closing.id))
  })
}
