import { type Grant, inScope, subjectOf } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { billExtended } from '../events.ts'
import { followLedger } from '../follow-ledger.ts'
import type { ExtendBill } from '../schema.ts'
import { lockForOffer } from './lock-for-offer.ts'
import { offersFor } from './offers.ts'

/**
 * Gives a bill more time, once and within the limits of its brand. Whether it is overdue, and what is written about
 * that, follows the new day.
 * @returns the new day
 * @throws Refusal `billing.not_found`, `billing.later_<reason>` for each reason not to offer it
 */
export async function extendBill(grant: Grant<'bills:pay-later'>, { billId }: ExtendBill): Promise<string> {
  const of = { brand: grant.brand, subject: subjectOf(grant) }
  return inScope(grant, async (tx) => {
    const { extension } = offersFor(of.brand, await lockForOffer(tx, grant, billId))
    if ('withheld' in extension) throw new Refusal(`billing.later_${extension.withheld}`)
    const { until } = extension
    await tx.billExtension.create({
      data: { billId, brand: of.brand, subjectId: of.subject, until: new Date(until), askedAt: clock.now() },
      select: { billId: true },
    })
    await followLedger(tx, grant, billId)
    await audit.record(tx, grant, billExtended(billId, until))
    return until
  })
}
