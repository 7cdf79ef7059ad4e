import { type Grant, inScope, systemGrant } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { pricePeriod } from '#lib/billing/index.ts'
import { BRAND_KEYS, getManifest } from '#lib/brands/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { Prisma } from '#lib/platform/database/index.ts'
import { correctionProposed } from './events.ts'

const AT_ONCE = 200

/** So long after it was issued a bill is still looked at. */
const DAYS = 400

interface Overtaken {
  readonly id: string
  readonly brand: string
  readonly subjectId: string
  readonly periodStart: string
  readonly periodEnd: string
  readonly totalMinor: bigint
  readonly currency: string
}

/**
 * Looks for bills that were made from estimates of which each was read since, or that lack a charging session which came
 * in later; prices their days again, and proposes those that would come to something else to staff, who have them billed
 * anew by two people (a credit note and a new bill). Each bill is found once.
 * @returns how many were proposed
 */
export async function findCorrections(grant: Grant<'bills:issue'>): Promise<number> {
  let proposed = 0
  for (const brand of BRAND_KEYS)
    for (const bill of await findOvertaken(grant, brand)) if (await compare(bill)) proposed += 1
  return proposed
}

function findOvertaken(grant: Grant, brand: string): Promise<Overtaken[]> {
  return inScope(
    grant,
    (tx) => tx.$queryRaw<Overtaken[]>`
      SELECT b.id, b.brand, b.subject_id AS "subjectId", b.period_start::text AS "periodStart",
             b.period_end::text AS "periodEnd", b.total_minor AS "totalMinor", b.currency
      FROM bill b
      WHERE b.brand = ${brand} AND b.kind = 'usage' AND b.subject_id IS NOT NULL
        AND b.state NOT IN ('draft', 'cancelled', 'written_off') AND b.issued_on > ${clock.inDays(-DAYS)}::date
        AND NOT EXISTS (SELECT 1 FROM bill_correction c WHERE c.bill_id = b.id)
        AND (${READ_SINCE} OR ${charged(getManifest(brand).zone)})
      ORDER BY b.id LIMIT ${AT_ONCE}`,
  )
}

const READ_SINCE = Prisma.sql`(
  EXISTS (SELECT 1 FROM bill_line l WHERE l.bill_id = b.id AND l.estimated AND l.meter_id IS NOT NULL)
  AND NOT EXISTS (
    SELECT 1 FROM bill_line l
    JOIN meter m ON m.id = l.meter_id
    JOIN supply_point p ON p.id = m.supply_point_id
    JOIN reading r ON r.brand = m.brand AND r.subject_id = m.subject_id AND r.meter_id = m.id
    WHERE l.bill_id = b.id AND l.estimated AND r.quality = 'estimated'
      AND r.started_at < b.period_end::timestamp AT TIME ZONE p.zone
      AND r.ended_at > b.period_start::timestamp AT TIME ZONE p.zone))`

/** A charging session of the bill's days, by the brand's zone, that came in after it was made. */
function charged(zone: string): Prisma.Sql {
  return Prisma.sql`EXISTS (
    SELECT 1 FROM charging_session s
    WHERE s.brand = b.brand AND s.subject_id = b.subject_id AND s.received_at > b.made_at
      AND s.started_at >= b.period_start::timestamp AT TIME ZONE ${zone}
      AND s.started_at < b.period_end::timestamp AT TIME ZONE ${zone})`
}

/** Whether the bill's days come to another sum by what is known now. */
async function compare(bill: Overtaken): Promise<boolean> {
  const { id: billId, brand, subjectId, currency } = bill
  const own = systemGrant('job:bills.issue', 'bills:issue', { brand, subject: subjectId })
  return inScope(own, async (tx) => {
    const lines = await pricePeriod(tx, { brand, subjectId }, bill)
    const totalMinor = lines.reduce((sum, { netMinor, vatMinor }) => sum + netMinor + vatMinor, 0n)
    const differs = totalMinor !== bill.totalMinor
    const says = { state: differs ? 'proposed' : 'same', totalMinor, currency, foundAt: clock.now() }
    const { count } = await tx.billCorrection.createMany({
      data: [{ billId, brand, subjectId, ...says }],
      skipDuplicates: true,
    })
    if (!differs || count === 0) return false
    await audit.record(tx, own, correctionProposed(billId, subjectId))
    return true
  })
}
