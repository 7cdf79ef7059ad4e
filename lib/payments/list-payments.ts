import { type Grant, inScope, subjectOf } from '#lib/access/index.ts'
import type { PaymentMethod, PaymentState } from './schema.ts'

/** An attempt to pay a bill as its person sees it. */
export interface PaymentView {
  readonly id: string
  readonly method: PaymentMethod
  /** What of it was meant for the bill. */
  readonly amountMinor: bigint
  readonly currency: string
  readonly state: PaymentState
  readonly failure: string | null
  readonly createdAt: Date
  readonly settledAt: Date | null
  /** The provider's number of the payment, for a question to it. */
  readonly captureId: string | null
  /** Whether there is a page of the provider where money can have been paid. */
  readonly opened: boolean
}

/** The attempts to pay a bill, newest first. */
export async function listPayments(
  grant: Grant<'payments:view' | 'bills:view'>,
  { billId }: { billId: string },
): Promise<PaymentView[]> {
  return inScope(
    grant,
    (tx) => tx.$queryRaw<PaymentView[]>`
      SELECT p.id, p.method, s.amount_minor AS "amountMinor", p.currency, p.state, p.failure, p.created_at AS "createdAt",
             p.settled_at AS "settledAt", p.capture_id AS "captureId", p.provider_ref IS NOT NULL AS opened
      FROM payment_share s JOIN payment p ON p.id = s.payment_id
      WHERE p.brand = ${grant.brand} AND p.subject_id = ${subjectOf(grant)}::uuid AND s.bill_id = ${billId}::uuid
      ORDER BY p.created_at DESC, p.id DESC LIMIT 50`,
  )
}
