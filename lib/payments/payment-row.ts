import type { Tx } from '#lib/platform/database/index.ts'
import type { Locale } from '#lib/platform/i18n/locales.ts'
import type { PaymentMethod, PaymentState, ProviderKey } from './schema.ts'

/** A payment as the verbs of this room work with it. */
export interface PaymentRow {
  readonly id: string
  readonly brand: string
  readonly subjectId: string | null
  readonly billId: string
  readonly billNumber: string
  readonly provider: ProviderKey
  readonly method: PaymentMethod
  readonly amountMinor: bigint
  readonly currency: string
  readonly state: PaymentState
  readonly providerRef: string | null
  readonly checkoutUrl: string | null
  readonly failure: string | null
  readonly locale: Locale | null
  readonly createdAt: Date
  /** What is open of its bill now. */
  readonly openMinor: bigint
}

/** A payment with the number of its bill and what is open of it, in one statement; null where the role sees none. */
export async function readPayment(tx: Tx, paymentId: string): Promise<PaymentRow | null> {
  const [row] = await tx.$queryRaw<PaymentRow[]>`
    SELECT p.id, p.brand, p.subject_id AS "subjectId", p.bill_id AS "billId", b.number AS "billNumber", p.provider, p.method,
           p.amount_minor AS "amountMinor", p.currency, p.state, p.provider_ref AS "providerRef",
           p.checkout_url AS "checkoutUrl", p.failure, p.locale, p.created_at AS "createdAt",
           (SELECT coalesce(sum(amount_minor), 0)::bigint FROM ledger_entry
            WHERE bill_id = p.bill_id AND account = 'receivable') AS "openMinor"
    FROM payment p JOIN bill b ON b.id = p.bill_id WHERE p.id = ${paymentId}::uuid`
  return row ?? null
}
