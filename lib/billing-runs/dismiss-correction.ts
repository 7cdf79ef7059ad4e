import { type Grant, inScope } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { correctionDismissed } from './events.ts'
import type { DismissCorrection } from './schema.ts'

/**
 * Leaves a bill as it is although it would come to another sum now.
 * @throws Refusal `billing.not_found` where nothing is proposed for it
 */
export async function dismissCorrection(
  grant: Grant<'billing-runs:dismiss'>,
  { billId }: DismissCorrection,
): Promise<void> {
  await inScope(grant, async (tx) => {
    const { count } = await tx.billCorrection.updateMany({
      where: { billId, brand: grant.brand, state: 'proposed' },
      data: { state: 'dismissed' },
    })
    if (count === 0) throw new Refusal('billing.not_found')
    await audit.record(tx, grant, correctionDismissed(billId))
  })
}
