import { type Grant, inScope, systemGrant } from '#lib/access/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { lockBooks } from '#lib/ledger/index.ts'
import { closeCheckout, openSavedPayment } from '#lib/payments/index.ts'
import { addDays, localDay } from '#lib/platform/calendar/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { isDuplicate, type Tx } from '#lib/platform/database/index.ts'
import { chargeMoment } from './charge-moment.ts'
import { type LockedCollection, lockCollection, moveCollection } from './move-collection.ts'
import { type Circumstances, readCircumstances, whyNot } from './read-circumstances.ts'
import { tell } from './tell.ts'

/** Minutes for which somebody who stands at a checkout is left alone, and after which a blocked bill is looked at again. */
const PATIENCE = 30

/**
 * Begins one attempt at a bill: its payment, its place in the plan and the order to charge are written in one
 * transaction, so that a process that is killed leaves all of it or nothing. Everything is asked anew first: what is not
 * to be taken any more is noted with the reason; more than the person was told of is told again before it is taken.
 * @returns 1 where an attempt was begun
 */
export async function collectBill(grant: Grant<'autopay:run'>, billId: string): Promise<0 | 1> {
  await closeLeftCheckout(grant, billId)
  try {
    return await inScope(grant, async (tx) => {
      // Whoever posts money for this person waits, and so do other attempts.
      await lockBooks(tx, grant.brand, grant.subject)
      const collection = await lockCollection(tx, billId)
      const due = collection?.nextAt && collection.nextAt <= clock.now()
      if (!due || !['announced', 'waiting'].includes(collection.state)) return 0
      const bill = await readCircumstances(tx, billId)
      return bill ? attempt(tx, grant, { collection, bill }) : 0
    })
  } catch (fault) {
    // The person opened a checkout in this moment: it is looked at again on the next round.
    if (isDuplicate(fault)) return 0
    throw fault
  }
}

async function attempt(
  tx: Tx,
  grant: Grant<'autopay:run'>,
  { collection, bill }: { collection: LockedCollection; bill: Circumstances },
): Promise<0 | 1> {
  const { brand, subjectId, billId, currency, openMinor: amountMinor } = bill
  const { zone, autopay } = getManifest(brand)
  const today = localDay(clock.now(), zone)
  const skip = await whyNot(tx, bill, today)
  if (skip) {
    await moveCollection(tx, grant, collection, { state: 'skipped', failure: skip })
    if (skip === 'above_limit' || skip === 'card_lapsed')
      await tell(tx, grant, { kind: skip, bill: { ...bill, amountMinor } })
    return 0
  }
  if (bill.underWay || bill.checkout) {
    await tx.collection.update({
      where: { billId },
      data: { nextAt: clock.inMinutes(PATIENCE) },
      select: { billId: true },
    })
    return 0
  }
  if (amountMinor > (collection.amountMinor ?? 0n)) {
    const day = addDays(today, autopay.noticeDays)
    await moveCollection(tx, grant, collection, { state: 'announced', nextAt: chargeMoment(brand, day), amountMinor })
    await tell(tx, grant, { kind: 'announced', bill: { ...bill, amountMinor }, day })
    return 0
  }
  const { savedCardId, provider } = bill
  if (!savedCardId || !provider) return 0
  const number = bill.attempts + 1
  await moveCollection(tx, grant, collection, { state: 'charging', attempts: number })
  const payment = { brand, subjectId, billId, currency, amountMinor, savedCardId, provider, attempt: number }
  await openSavedPayment(tx, grant, payment)
  return 1
}

/** A checkout that was left open is closed first, so that nobody pays there and here. */
async function closeLeftCheckout(grant: Grant<'autopay:run'>, billId: string): Promise<void> {
  const bill = await inScope(grant, (tx) => readCircumstances(tx, billId))
  if (!bill?.checkout || !bill.checkoutAt || bill.checkoutAt > clock.inMinutes(-PATIENCE)) return
  const own = systemGrant('autopay.collect', 'payments:settle', { brand: bill.brand, subject: bill.subjectId })
  await closeCheckout(own, bill.checkout)
}
