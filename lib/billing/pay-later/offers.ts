import { getManifest } from '#lib/brands/index.ts'
import { addDays } from '#lib/platform/calendar/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { Prisma, type Tx } from '#lib/platform/database/index.ts'
import type { BillState } from '../schema.ts'
import { isPayable } from '../schema.ts'
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
  readonly today: string
}

interface History {
  readonly extended: boolean
  readonly extensions: number
  readonly arranged: boolean
  readonly broken: boolean
  readonly active: number
}

/** What the brand's limits leave of more time and instalments for a bill; read in one statement. */
export async function offersFor(tx: Tx, of: { brand: string; subject: string }, bill: OfferedFor): Promise<Offers> {
  const history = await readHistory(tx, of, bill.id)
  return { extension: offerExtension(of.brand, bill, history), arrangement: offerPlans(of.brand, bill, history) }
}

async function readHistory(tx: Tx, of: { brand: string; subject: string }, billId: string): Promise<History> {
  const own = Prisma.sql`brand = ${of.brand} AND subject_id = ${of.subject}::uuid`
  const [history] = await tx.$queryRaw<History[]>`
    SELECT coalesce(bool_or(x.bill_id = ${billId}::uuid), false) AS extended,
           (count(*) FILTER (WHERE x.asked_at > ${clock.inDays(-365)}))::int AS extensions,
           (SELECT coalesce(bool_or(bill_id = ${billId}::uuid AND state = 'active'), false) FROM arrangement WHERE ${own}) AS arranged,
           (SELECT coalesce(bool_or(bill_id = ${billId}::uuid AND state = 'broken'), false) FROM arrangement WHERE ${own}) AS broken,
           (SELECT (count(*) FILTER (WHERE state = 'active'))::int FROM arrangement WHERE ${own}) AS active
    FROM bill_extension x WHERE ${own}`
  if (!history) throw new Error('an aggregate has a row')
  return history
}

function offerExtension(brand: string, bill: OfferedFor, history: History): Offers['extension'] {
  const terms = getManifest(brand).payLater.extension
  if (!terms) return { withheld: 'not_offered' }
  if (!isPayable(bill.state) || bill.openMinor <= 0n) return { withheld: 'not_open' }
  if (history.extended) return { withheld: 'extended' }
  if (history.arranged) return { withheld: 'arranged' }
  const until = addDays(bill.dueOn, terms.days)
  if (until <= bill.today) return { withheld: 'too_late' }
  return history.extensions >= terms.perYear ? { withheld: 'too_often' } : { until }
}

function offerPlans(brand: string, bill: OfferedFor, history: History): Offers['arrangement'] {
  const terms = getManifest(brand).payLater.arrangement
  if (!terms) return { withheld: 'not_offered' }
  if (!isPayable(bill.state) || bill.openMinor <= 0n) return { withheld: 'not_open' }
  if (history.arranged) return { withheld: 'arranged' }
  if (history.broken) return { withheld: 'broken' }
  if (history.active >= terms.atOnce) return { withheld: 'too_often' }
  const most = Math.min(terms.most, Number(bill.openMinor / BigInt(terms.leastMinor)))
  if (most < 2) return { withheld: 'too_small' }
  const { currency, today: from } = bill
  const plans = Array.from({ length: most - 1 }, (_, index) =>
    planInstalments(bill.openMinor, { currency, parts: index + 2, from, everyDays: terms.everyDays }),
  )
  return { plans }
}
