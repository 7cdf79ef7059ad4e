import { type Grant, inScope } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { Prisma } from '#lib/platform/database/index.ts'
import { paymentsLookedAt } from '../events.ts'
import type { PaymentMethod, RefundState } from '../schema.ts'

/** Money on its way back as staff see it. */
export interface RefundView {
  readonly id: string
  readonly amountMinor: bigint
  readonly source: string
  readonly state: RefundState
  readonly at: Date
}

/** A payment that was taken, as staff see it: no name and no card. */
export interface TakenPayment {
  readonly id: string
  readonly number: string
  readonly method: PaymentMethod
  readonly currency: string
  readonly capturedMinor: bigint
  readonly refundableMinor: bigint
  readonly at: Date
  readonly refunds: readonly RefundView[]
  readonly disputes: readonly { readonly state: 'open' | 'won' | 'lost'; readonly amountMinor: bigint }[]
}

interface Row extends Omit<TakenPayment, 'refundableMinor' | 'refunds' | 'disputes'> {
  readonly subject: string | null
  readonly refunds: { id: string; amountMinor: string; source: string; state: RefundState; at: string }[]
  readonly disputes: { state: 'open' | 'won' | 'lost'; amountMinor: string }[]
}

/**
 * The payments that were taken for the bill of a number, newest first and by key, with what went back of each. That they were
 * looked at is recorded, and whose they are can read it (ECH-10).
 */
export async function listTakenPayments(
  grant: Grant<'payments:review'>,
  number: string,
  { limit, before }: { readonly limit: number; readonly before?: { readonly at: Date; readonly id: string } },
): Promise<TakenPayment[]> {
  const rows = await inScope(grant, async (tx) => {
    const found = await tx.$queryRaw<Row[]>`
      SELECT p.id, b.subject_id AS subject, b.number, p.method, p.currency, p.captured_minor AS "capturedMinor", p.settled_at AS at,
             coalesce((SELECT json_agg(json_build_object('id', r.id, 'amountMinor', r.amount_minor::text,
                         'source', r.source, 'state', r.state, 'at', r.created_at) ORDER BY r.created_at, r.id)
                       FROM refund r WHERE r.payment_id = p.id), '[]') AS refunds,
             coalesce((SELECT json_agg(json_build_object('state', d.state, 'amountMinor', d.amount_minor::text))
                       FROM dispute d WHERE d.payment_id = p.id), '[]') AS disputes
      FROM bill b JOIN payment_share s ON s.bill_id = b.id JOIN payment p ON p.id = s.payment_id
      WHERE b.brand = ${grant.brand} AND b.number = ${number} AND p.state = 'succeeded'
        ${before ? Prisma.sql`AND (p.settled_at, p.id) < (${before.at}, ${before.id}::uuid)` : Prisma.empty}
      ORDER BY p.settled_at DESC, p.id DESC LIMIT ${limit}`
    const subject = found[0]?.subject
    if (subject) await audit.record(tx, grant, paymentsLookedAt(subject))
    return found
  })
  return rows.map(({ refunds: back, disputes, subject: _, ...row }) => {
    const refunds = back.map((one) => ({ ...one, amountMinor: BigInt(one.amountMinor), at: new Date(one.at) }))
    const counted = refunds.filter(({ state }) => state !== 'failed')
    return {
      ...row,
      refunds,
      refundableMinor: row.capturedMinor - counted.reduce((sum, { amountMinor }) => sum + amountMinor, 0n),
      disputes: disputes.map((one) => ({ ...one, amountMinor: BigInt(one.amountMinor) })),
    }
  })
}
