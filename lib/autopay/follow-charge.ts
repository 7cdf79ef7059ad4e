import { type Grant, inScope, systemGrant } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import type { PaymentState } from '#lib/payments/schema.ts'
import { clock } from '#lib/platform/clock.ts'
import type { Tx } from '#lib/platform/database/index.ts'
import { chargeMoment, retryDay } from './charge-moment.ts'
import { declineClass } from './decline-class.ts'
import { autopayStopped } from './events.ts'
import { type LockedCollection, lockCollection, type Move, moveCollection } from './move-collection.ts'
import { type Told, type ToldBill, tell } from './tell.ts'

interface Charge extends ToldBill {
  readonly attempt: number
  readonly state: PaymentState
  readonly failure: string | null
  readonly savedCardId: string | null
  readonly firstAt: Date
}

/** What comes of a charge: where the bill stands, what the person is told and for which day. */
interface Conclusion extends Move {
  readonly told?: Told
  readonly day?: string
}

/**
 * Draws the conclusion of a charge that came to its end: taken, tried again on the next day of the schedule, left to the
 * person. Of a refusal for good the order itself is stopped. Drawn once, however often it is called and in whichever
 * order the events came; money that is found late still counts.
 */
export async function followCharge(
  grant: Grant<'autopay:run'>,
  { paymentId }: { readonly paymentId: string },
): Promise<void> {
  const charge = await inScope(grant, (tx) => readCharge(tx, paymentId))
  if (!charge) return
  const own = systemGrant('autopay.follow', 'autopay:run', { brand: charge.brand, subject: charge.subjectId })
  await inScope(own, async (tx) => {
    const collection = await lockCollection(tx, charge.billId)
    if (!collection || (charge.state !== 'succeeded' && charge.attempt !== collection.attempts)) return
    const conclusion = concludeFrom(charge, collection)
    if (!conclusion) return
    const { told, day, ...move } = conclusion
    if (!(await moveCollection(tx, own, collection, move))) return
    if (told) await tell(tx, own, { kind: told, bill: charge, day })
    if (told === 'hard' && charge.savedCardId) await stopOrder(tx, own, charge.savedCardId, charge.failure ?? 'failed')
  })
}

function concludeFrom({ state, failure, brand, firstAt }: Charge, { attempts }: LockedCollection): Conclusion | null {
  if (state === 'succeeded') return { state: 'done', told: 'taken' }
  // Given up before the card was asked.
  if (state === 'abandoned' && failure !== 'never_charged')
    return { state: 'skipped', failure: failure === 'card_removed' ? 'switched_off' : 'nothing_open' }
  if (state !== 'failed' && state !== 'abandoned') return null
  switch (declineClass(failure)) {
    case 'needs_person':
      return { state: 'needs_person', failure, told: 'needs_person' }
    case 'hard':
      return { state: 'given_up', failure, told: 'hard' }
    case 'soft': {
      const day = retryDay(brand, { attempts, firstAt })
      if (!day) return { state: 'given_up', failure, told: 'last' }
      return { state: 'waiting', failure, nextAt: chargeMoment(brand, day), told: 'waiting', day }
    }
  }
}

async function stopOrder(tx: Tx, grant: Grant<'autopay:run'>, savedCardId: string, code: string): Promise<void> {
  const { count } = await tx.autopay.updateMany({
    where: { savedCardId, stoppedAt: null },
    data: { stoppedAt: clock.now(), stoppedWhy: code },
  })
  if (count > 0) await audit.record(tx, grant, autopayStopped(savedCardId, code))
}

async function readCharge(tx: Tx, paymentId: string): Promise<Charge | null> {
  const [found] = await tx.$queryRaw<Charge[]>`
    SELECT p.brand, p.subject_id AS "subjectId", p.bill_id AS "billId", b.number, p.attempt, p.state, p.failure,
           p.amount_minor AS "amountMinor", p.currency, p.saved_card_id AS "savedCardId", s.scheme,
           s.last_four AS "lastFour",
           (SELECT min(o.created_at) FROM payment o WHERE o.bill_id = p.bill_id AND o.way = 'saved') AS "firstAt"
    FROM payment p JOIN bill b ON b.id = p.bill_id LEFT JOIN saved_card s ON s.id = p.saved_card_id
    WHERE p.id = ${paymentId}::uuid AND p.way = 'saved' AND p.subject_id IS NOT NULL`
  return found ?? null
}
