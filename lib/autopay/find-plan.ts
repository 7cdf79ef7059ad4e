import { type Grant, inScope, subjectOf } from '#lib/access/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { cardName } from './card-name.ts'
import { nextChargeDay } from './charge-moment.ts'
import type { CollectionState } from './schema.ts'

/** When a bill is taken, and from what. */
export interface ChargePlan {
  /** `Visa •••• 4242` */
  readonly card: string
  readonly day: string
}

interface Row {
  readonly scheme: string
  readonly lastFour: string
  readonly state: CollectionState | null
  readonly nextAt: Date | null
  readonly payableOn: string
  readonly daysBefore: number
}

/** When the person's order takes an open bill, so that they need not pay it themselves; null where it does not. */
export async function findPlan(grant: Grant<'bills:view'>, billId: string): Promise<ChargePlan | null> {
  const { brand } = grant
  const { zone } = getManifest(brand)
  const [row] = await inScope(
    grant,
    (tx) => tx.$queryRaw<Row[]>`
      SELECT s.scheme, s.last_four AS "lastFour", c.state, c.next_at AS "nextAt", b.payable_on::text AS "payableOn",
             a.days_before AS "daysBefore"
      FROM autopay a
      JOIN saved_card s ON s.id = a.saved_card_id AND s.removed_at IS NULL
      JOIN bill b ON b.brand = a.brand AND b.subject_id = a.subject_id
      LEFT JOIN collection c ON c.bill_id = b.id
      WHERE a.brand = ${brand} AND a.subject_id = ${subjectOf(grant)}::uuid AND a.stopped_at IS NULL
        AND b.id = ${billId}::uuid AND b.state IN ('issued', 'due', 'part_paid', 'overdue')
        AND (c.bill_id IS NOT NULL OR b.payable_on >= (a.agreed_at AT TIME ZONE ${zone})::date)`,
  )
  const day = row && nextChargeDay(brand, row)
  return day ? { card: cardName(row), day } : null
}
