import type { Tx } from '#lib/platform/database/index.ts'
import type { ProviderKey, RefundSource, RefundState } from '../schema.ts'

/** A refund as the verbs of this room work with it. */
export interface RefundRow {
  readonly id: string
  readonly brand: string
  readonly subjectId: string | null
  readonly paymentId: string
  readonly provider: ProviderKey
  readonly amountMinor: bigint
  readonly currency: string
  /** `provider`: it was made on the provider's own pages. */
  readonly source: RefundSource | 'provider'
  readonly state: RefundState
  readonly providerRef: string | null
}

/** The refunds of a payment, oldest first, after its row was locked. */
export async function lockRefunds(tx: Tx, paymentId: string): Promise<RefundRow[]> {
  await tx.$queryRaw`SELECT id FROM payment WHERE id = ${paymentId}::uuid FOR UPDATE`
  return tx.$queryRaw<RefundRow[]>`
    SELECT id, brand, subject_id AS "subjectId", payment_id AS "paymentId", provider, amount_minor AS "amountMinor",
           currency, source, state, provider_ref AS "providerRef"
    FROM refund WHERE payment_id = ${paymentId}::uuid ORDER BY created_at, id`
}
