import { type Grant, inScope, subjectOf } from '#lib/access/index.ts'
import type { PaymentMethod, PaymentState } from './schema.ts'

/** An attempt to pay a bill as its person sees it. */
export interface PaymentView {
  readonly id: string
  readonly method: PaymentMethod
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
      SELECT id, method, amount_minor AS "amountMinor", currency, state, failure, created_at AS "createdAt",
             settled_at AS "settledAt", capture_id AS "captureId", provider_ref IS NOT NULL AS opened
      FROM payment
      WHERE brand = ${grant.brand} AND subject_id = ${subjectOf(grant)}::uuid AND bill_id = ${billId}::uuid
      ORDER BY created_at DESC, id DESC LIMIT 50`,
  )
}
