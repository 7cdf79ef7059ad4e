import type { BillState } from '#lib/billing/schema.ts'
import { isPayable } from '#lib/billing/schema.ts'
import { getManifest } from '#lib/brands/index.ts'
import { isGranted } from '#lib/consents/index.ts'
import { isOffered, KEEPING } from '#lib/payments/index.ts'
import { Prisma, type Tx } from '#lib/platform/database/index.ts'
import { isRecipientAllowed } from '#lib/recipients/index.ts'
import { AUTOPAY } from './autopay-notice.ts'
import type { CollectionState, SkipReason } from './schema.ts'

const MOST = 24

/** A bill, and everything that decides whether it is taken from a kept card. */
export interface Circumstances {
  readonly brand: string
  readonly subjectId: string
  readonly billId: string
  readonly number: string
  readonly state: BillState
  readonly currency: string
  readonly openMinor: bigint
  readonly payableOn: string
  readonly account: string
  readonly extended: boolean
  readonly arranged: boolean
  readonly disputed: boolean
  /** A payment of which it is not known yet what becomes of it. */
  readonly underWay: boolean
  /** A checkout that the person opened and did not finish, and since when. */
  readonly checkout: string | null
  readonly checkoutAt: Date | null
  /** Attempts that were made at it, with whichever card. */
  readonly attempts: number
  /** The order; null where there is none. */
  readonly savedCardId: string | null
  readonly provider: string | null
  readonly scheme: string | null
  readonly lastFour: string | null
  readonly expires: string | null
  readonly limitMinor: bigint | null
  readonly limitCurrency: string | null
  readonly daysBefore: number | null
  readonly agreedAt: Date | null
  /** How far collecting it has come, why it was left alone, and when it is tried next; null before anything was done. */
  readonly collection: CollectionState | null
  readonly failure: string | null
  readonly nextAt: Date | null
}

/** Of one bill; null for one that nobody has, or that is not within the transaction's reach. */
export async function readCircumstances(tx: Tx, billId: string): Promise<Circumstances | null> {
  const [found] = await selectCircumstances(tx, Prisma.sql`b.id = ${billId}::uuid`)
  return found ?? null
}

/** In one statement, the most urgent first. @param which conditions and limit on `bill b` */
export function selectCircumstances(tx: Tx, which: Prisma.Sql): Promise<Circumstances[]> {
  return tx.$queryRaw<Circumstances[]>`
    SELECT b.brand, b.subject_id AS "subjectId", b.id AS "billId", b.number, b.state, b.currency,
           b.payable_on::text AS "payableOn", c.state AS account,
           (SELECT coalesce(sum(e.amount_minor), 0)::bigint FROM ledger_entry e
            WHERE e.bill_id = b.id AND e.account = 'receivable') AS "openMinor",
           EXISTS (SELECT 1 FROM bill_extension x WHERE x.bill_id = b.id) AS extended,
           EXISTS (SELECT 1 FROM arrangement r WHERE r.bill_id = b.id AND r.state = 'active') AS arranged,
           EXISTS (SELECT 1 FROM payment_share h JOIN dispute d ON d.payment_id = h.payment_id
                   WHERE h.bill_id = b.id AND d.state IN ('open', 'lost')) AS disputed,
           EXISTS (SELECT 1 FROM payment_share h JOIN payment p ON p.id = h.payment_id
                   WHERE h.bill_id = b.id
                     AND (p.state IN ('pending', 'unknown') OR p.state = 'created' AND p.way = 'saved')) AS "underWay",
           (SELECT coalesce(max(p.attempt), 0) FROM payment p WHERE p.bill_id = b.id AND p.way = 'saved') AS attempts,
           k.id AS checkout, k.created_at AS "checkoutAt",
           s.id AS "savedCardId", s.provider, s.scheme, s.last_four AS "lastFour", s.expires,
           a.limit_minor AS "limitMinor", a.currency AS "limitCurrency", a.days_before AS "daysBefore",
           a.agreed_at AS "agreedAt", n.state AS collection, n.failure, n.next_at AS "nextAt"
    FROM bill b
    JOIN account c ON c.id = b.subject_id
    LEFT JOIN autopay a ON a.subject_id = b.subject_id AND a.brand = b.brand AND a.stopped_at IS NULL
    LEFT JOIN saved_card s ON s.id = a.saved_card_id AND s.removed_at IS NULL
    LEFT JOIN LATERAL (
      SELECT p.id, p.created_at FROM payment_share h JOIN payment p ON p.id = h.payment_id
      WHERE h.bill_id = b.id AND p.state = 'created' AND p.way <> 'saved' ORDER BY p.created_at DESC LIMIT 1
    ) k ON true
    LEFT JOIN collection n ON n.bill_id = b.id
    WHERE ${which}
    ORDER BY b.payable_on, b.id LIMIT ${MOST}`
}

/** What of a bill and its order itself keeps it from being taken on a day; null where nothing does. */
export function hindrance(bill: Circumstances, day: string): SkipReason | null {
  const { brand, currency, limitMinor } = bill
  if (!isPayable(bill.state) || bill.openMinor <= 0n) return 'nothing_open'
  if (bill.account !== 'active') return 'account_closing'
  if (!bill.savedCardId || !bill.expires) return 'switched_off'
  if (bill.arranged) return 'arranged'
  if (bill.extended) return 'extended'
  if (bill.disputed) return 'disputed'
  if (limitMinor !== null && bill.limitCurrency !== currency) return 'other_currency'
  if (limitMinor !== null && bill.openMinor > limitMinor) return 'above_limit'
  if (bill.expires < day.slice(0, 7)) return 'card_lapsed'
  return isOffered(getManifest(brand), 'card', currency) ? null : 'not_offered'
}

/** Why a bill is not taken on a day; null where it is. Asked when the person is told, and again when money is taken. */
export async function whyNot(tx: Tx, bill: Circumstances, day: string): Promise<SkipReason | null> {
  const { brand, subjectId: subject } = bill
  const hindered = hindrance(bill, day)
  if (hindered) return hindered
  for (const purpose of [KEEPING, AUTOPAY]) if (!(await isGranted(tx, brand, subject, purpose))) return 'no_consent'
  return (await isRecipientAllowed(tx, { brand, subject }, bill.provider ?? '')) ? null : 'recipient_refused'
}
