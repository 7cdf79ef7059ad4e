import { v7 as uuid } from 'uuid'
import { type Grant, inScope, subjectOf } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { clock } from '#lib/platform/clock.ts'
import type { Tx } from '#lib/platform/database/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { billArranged } from '../events.ts'
import { followLedger } from '../follow-ledger.ts'
import type { ArrangeBill } from '../schema.ts'
import type { Instalment } from './instalments.ts'
import { lockForOffer } from './lock-for-offer.ts'
import { offersFor } from './offers.ts'

/**
 * Agrees to instalments for what is open of a bill, within the limits of its brand. The bill is then to be paid by the
 * next instalment; a missed one breaks the arrangement after the days of grace.
 * @returns the instalments
 * @throws Refusal `billing.not_found`, `billing.later_<reason>` for each reason not to offer it
 */
export async function arrangeBill(
  grant: Grant<'bills:pay-later'>,
  { billId, instalments: parts }: ArrangeBill,
): Promise<readonly Instalment[]> {
  const of = { brand: grant.brand, subject: subjectOf(grant) }
  return inScope(grant, async (tx) => {
    const bill = await lockForOffer(tx, grant, billId)
    const { arrangement } = offersFor(of.brand, bill)
    if ('withheld' in arrangement) throw new Refusal(`billing.later_${arrangement.withheld}`)
    const plan = arrangement.plans.find(({ length }) => length === parts)
    if (!plan) throw new Refusal('billing.later_too_many', { field: 'instalments' })
    await writePlan(tx, { ...of, billId, currency: bill.currency, openMinor: bill.openMinor }, plan)
    await followLedger(tx, grant, billId)
    await audit.record(tx, grant, billArranged(billId, parts))
    return plan
  })
}

interface Arranged {
  readonly brand: string
  readonly subject: string
  readonly billId: string
  readonly currency: string
  readonly openMinor: bigint
}

async function writePlan(tx: Tx, bill: Arranged, plan: readonly Instalment[]): Promise<void> {
  const id = uuid()
  const of = { brand: bill.brand, subjectId: bill.subject }
  const { billId, currency, openMinor: amountMinor } = bill
  await tx.arrangement.create({
    data: { ...of, id, billId, amountMinor, currency, agreedAt: clock.now() },
    select: { id: true },
  })
  await tx.instalment.createMany({
    data: plan.map(({ dueOn, amountMinor: part }, index) => ({
      ...of,
      arrangementId: id,
      position: index + 1,
      dueOn: new Date(dueOn),
      amountMinor: part,
    })),
  })
}
