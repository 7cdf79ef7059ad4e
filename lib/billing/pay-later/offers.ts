import { getManifest } from '#lib/brands/index.ts'
import { addDays } from '#lib/platform/calendar/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { Prisma } from '#lib/platform/database/index.ts'
import { billDays } from '../bill-days.ts'
import { type BillState, isPayable } from '../schema.ts'
import { type Instalment, planInstalments } from './instalments.ts'

/** Why something is not offered; a code of the catalogue. */
export type WithheldReason =
  | 'not_offered'
  | 'not_open'
  | 'extended'
  | 'arranged'
  | 'too_late'
  | 'too_often'
  | 'too_small'
  | 'broken'

/** What a person may choose for a bill without asking anybody, within the limits of the brand. */
export interface Offers {
  readonly extension: { readonly until: string } | { readonly withheld: WithheldReason }
  /** One plan for each number of instalments that can be chosen. */
  readonly arrangement: { readonly plans: readonly (readonly Instalment[])[] } | { readonly withheld: WithheldReason }
}

export interface OfferedFor {
  readonly id: string
  readonly state: BillState
  readonly currency: string
  readonly openMinor: bigint
  readonly dueOn: string
  readonly history: PayLaterHistory
}

/** What was asked for before; it counts against the limits of the brand. */
export interface PayLaterHistory {
  readonly extended: boolean
  readonly extensions: number
  readonly arranged: boolean
  readonly broken: boolean
  readonly active: number
}

/** What the brand's limits leave of more time and instalments for a bill. */
export function offersFor(brand: string, bill: OfferedFor): Offers {
  const { today } = billDays(brand)
  return { extension: offerExtension(brand, bill, today), arrangement: offerPlans(brand, bill, today) }
}

/** The person's history as one JSON column of a statement about `bill b`. */
export function historyColumn(): Prisma.Sql {
  const own = Prisma.sql`brand = b.brand AND subject_id = b.subject_id`
  return Prisma.sql`(
    SELECT jsonb_build_object(
      'extended', (SELECT count(*) > 0 FROM bill_extension WHERE ${own} AND bill_id = b.id),
      'extensions', (SELECT count(*) FROM bill_extension WHERE ${own} AND asked_at > ${clock.inDays(-365)}),
      'arranged', count(*) FILTER (WHERE bill_id = b.id AND state = 'active') > 0,
      'broken', count(*) FILTER (WHERE bill_id = b.id AND state = 'broken') > 0,
      'active', count(*) FILTER (WHERE state = 'active'))
    FROM arrangement WHERE ${own})`
}

function offerExtension(brand: string, bill: OfferedFor, today: string): Offers['extension'] {
  const terms = getManifest(brand).payLater.extension
  if (!terms) return { withheld: 'not_offered' }
  if (!isPayable(bill.state) || bill.openMinor <= 0n) return { withheld: 'not_open' }
  if (bill.history.extended) return { withheld: 'extended' }
  if (bill.history.arranged) return { withheld: 'arranged' }
  const until = addDays(bill.dueOn, terms.days)
  if (until <= today) return { withheld: 'too_late' }
  return bill.history.extensions >= terms.perYear ? { withheld: 'too_often' } : { until }
}

function offerPlans(brand: string, bill: OfferedFor, today: string): Offers['arrangement'] {
  const terms = getManifest(brand).payLater.arrangement
  if (!terms) return { withheld: 'not_offered' }
  if (!isPayable(bill.state) || bill.openMinor <= 0n) return { withheld: 'not_open' }
  if (bill.history.arranged) return { withheld: 'arranged' }
  if (bill.history.broken) return { withheld: 'broken' }
  if (bill.history.active >= terms.atOnce) return { withheld: 'too_often' }
  const most = Math.min(terms.most, Number(bill.openMinor / BigInt(terms.leastMinor)))
  if (most < 2) return { withheld: 'too_small' }
  const { currency } = bill
  const plans = Array.from({ length: most - 1 }, (_, index) =>
    planInstalments(bill.openMinor, { currency, parts: index + 2, from: today, everyDays: terms.everyDays }),
  )
  return { plans }
}
