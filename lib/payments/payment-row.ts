import type { BillShare } from '#lib/billing/index.ts'
import type { Tx } from '#lib/platform/database/index.ts'
import type { Locale } from '#lib/platform/i18n/locales.ts'
import type { PaymentMethod, PaymentState, PaymentWay, ProviderKey } from './schema.ts'

/** A payment as the verbs of this room work with it. */
export interface PaymentRow {
  readonly id: string
  readonly brand: string
  readonly subjectId: string | null
  readonly billId: string
  /** What is meant for which bill, in the order in which they are paid. */
  readonly shares: readonly BillShare[]
  /** The numbers of its bills, one after the other. */
  readonly billNumber: string
  readonly provider: ProviderKey
  readonly method: PaymentMethod
  readonly way: PaymentWay
  /** The mailed link by which it was begun. */
  readonly payLinkId: string | null
  readonly savedCardId: string | null
  readonly keepCard: boolean
  readonly amountMinor: bigint
  readonly currency: string
  readonly state: PaymentState
  readonly providerRef: string | null
  readonly captureId: string | null
  readonly checkoutUrl: string | null
  readonly failure: string | null
  readonly locale: Locale | null
  readonly createdAt: Date
  readonly askAfter: Date | null
  /** Whether all of it is still owed on its bills. */
  readonly owed: boolean
}

type Raw = Omit<PaymentRow, 'shares'> & { shares: { billId: string; amountMinor: string }[] }

/** A payment with its bills and whether it is still owed, in one statement; null where the role sees none. */
export async function readPayment(tx: Tx, paymentId: string): Promise<PaymentRow | null> {
  const [row] = await tx.$queryRaw<Raw[]>`
    SELECT p.id, p.brand, p.subject_id AS "subjectId", p.bill_id AS "billId", s.shares, s.numbers AS "billNumber",
           p.provider, p.method, p.way, p.pay_link_id AS "payLinkId", p.saved_card_id AS "savedCardId", p.keep_card AS "keepCard",
           p.amount_minor AS "amountMinor", p.currency, p.state, p.provider_ref AS "providerRef",
           p.capture_id AS "captureId", p.checkout_url AS "checkoutUrl", p.failure, p.locale,
           p.created_at AS "createdAt", p.ask_after AS "askAfter", s.owed
    FROM payment p CROSS JOIN LATERAL (
      SELECT coalesce(json_agg(json_build_object('billId', i.bill_id, 'amountMinor', i.amount_minor::text)
                               ORDER BY i.position), '[]') AS shares,
             coalesce(string_agg(b.number, ', ' ORDER BY i.position), '') AS numbers,
             coalesce(bool_and(i.amount_minor <= (
               SELECT coalesce(sum(e.amount_minor), 0) FROM ledger_entry e
               WHERE e.bill_id = i.bill_id AND e.account = 'receivable')), false) AS owed
      FROM payment_share i JOIN bill b ON b.id = i.bill_id WHERE i.payment_id = p.id
    ) s WHERE p.id = ${paymentId}::uuid`
  if (!row) return null
  return { ...row, shares: row.shares.map((one) => ({ ...one, amountMinor: BigInt(one.amountMinor) })) }
}
