import { type Grant, inScope, systemGrant } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { BRAND_KEYS, getManifest, type Manifest } from '#lib/brands/index.ts'
import { addDays, localDay, quietMinutes } from '#lib/platform/calendar/index.ts'
import { clock } from '#lib/platform/clock.ts'
import type { Tx } from '#lib/platform/database/index.ts'
import { chargeDay, chargeMoment } from './charge-moment.ts'
import { collectionMoved } from './events.ts'
import { type Circumstances, readCircumstances, whyNot } from './read-circumstances.ts'
import type { SkipReason } from './schema.ts'
import { tell } from './tell.ts'
import { warnOfEndingCards } from './warn-of-ending-cards.ts'

const AT_ONCE = 200

/**
 * Finds bills that are to be taken from kept cards, and tells the people so many days before as the brand states; what is
 * left to them is noted with the reason. A bill is planned once, however often this runs. Brands whose quiet hours it is
 * are left for the next hour.
 * @returns how many people were told of a charge
 */
export async function planCharges(grant: Grant<'autopay:run'>): Promise<number> {
  let told = 0
  for (const brand of BRAND_KEYS) {
    const manifest = getManifest(brand)
    const { zone, arrears } = manifest
    if (quietMinutes(clock.now(), { zone, ...arrears.quiet }) > 0) continue
    await warnOfEndingCards(grant, manifest)
    for (const { billId, subject } of await findBills(grant, manifest)) {
      const own = systemGrant('autopay.plan', 'autopay:run', { brand, subject })
      told += await inScope(own, (tx) => plan(tx, own, billId))
    }
  }
  return told
}

/** Of people with an order, bills that were not late when it was given and whose day comes near. */
function findBills(grant: Grant<'autopay:run'>, { key: brand, zone, autopay }: Manifest) {
  const until = addDays(localDay(clock.now(), zone), autopay.noticeDays)
  return inScope(
    grant,
    (tx) => tx.$queryRaw<{ billId: string; subject: string }[]>`
      SELECT b.id AS "billId", b.subject_id AS subject FROM autopay a
      JOIN bill b ON b.brand = a.brand AND b.subject_id = a.subject_id
      WHERE a.brand = ${brand} AND a.stopped_at IS NULL AND b.state IN ('issued', 'due', 'part_paid', 'overdue')
        AND b.payable_on >= (a.agreed_at AT TIME ZONE ${zone})::date
        AND b.payable_on - a.days_before <= ${until}::date
        AND NOT EXISTS (SELECT 1 FROM collection c WHERE c.bill_id = b.id)
      ORDER BY b.payable_on, b.id LIMIT ${AT_ONCE}`,
  )
}

async function plan(tx: Tx, grant: Grant<'autopay:run'>, billId: string): Promise<number> {
  const bill = await readCircumstances(tx, billId)
  // Switched off since it was found.
  if (!bill?.savedCardId) return 0
  const day = chargeDay(bill.brand, { payableOn: bill.payableOn, daysBefore: bill.daysBefore ?? 0 })
  const skip = await whyNot(tx, bill, day)
  if (!(await write(tx, bill, { day, skip }))) return 0
  await audit.record(tx, grant, collectionMoved(billId, skip ? 'skipped' : 'announced', skip ?? undefined))
  const told = { ...bill, amountMinor: bill.openMinor }
  if (!skip) await tell(tx, grant, { kind: 'announced', bill: told, day })
  if (skip === 'above_limit' || skip === 'card_lapsed') await tell(tx, grant, { kind: skip, bill: told })
  return skip ? 0 : 1
}

/** The row is written first: of two that plan at once the second tells nobody. */
async function write(
  tx: Tx,
  { billId, brand, subjectId, openMinor }: Circumstances,
  { day, skip }: { day: string; skip: SkipReason | null },
): Promise<boolean> {
  const now = clock.now()
  const at = skip
    ? { nextAt: null, amount: null, told: null }
    : { nextAt: chargeMoment(brand, day), amount: openMinor, told: now }
  const written = await tx.$executeRaw`
    INSERT INTO collection (bill_id, brand, subject_id, state, failure, amount_minor, announced_at, next_at, changed_at)
    VALUES (${billId}::uuid, ${brand}, ${subjectId}::uuid, ${skip ? 'skipped' : 'announced'}, ${skip}, ${at.amount},
            ${at.told}, ${at.nextAt}, ${now})
    ON CONFLICT (bill_id) DO NOTHING`
  return written > 0
}
