import { type HeldBy, type HeldQuery, type HeldRow, type Holding, readInBatches } from '#lib/personal-data/index.ts'
import { Prisma, type Tx } from '#lib/platform/database/index.ts'
import { toDecimalText } from '#lib/platform/money/index.ts'

/**
 * Attempts to pay, and the books. The books are append-only: their rows keep the number under which the person was
 * known, which after the erasure leads to nobody.
 */
export const paymentsHeld: Holding = {
  shape: 'payment',
  models: ['Payment', 'PaymentShare', 'Refund', 'Dispute', 'LedgerTransaction', 'LedgerEntry'],
  summary: ({ brand, subject }) => Prisma.sql`
    SELECT 'payment' AS shape, NULL AS category, count(*) AS rows, max(created_at) AS newest
    FROM payment WHERE brand = ${brand} AND subject_id = ${subject}::uuid`,
  list: page,
  all: (tx, of) => readInBatches((query) => page(tx, of, query)),
  async erase(tx, of, { end, olderThan, keptUntil }) {
    const where = {
      brand: of.brand,
      subjectId: of.subject,
      ...(olderThan ? { createdAt: { lt: olderThan } } : {}),
    }
    if (end === 'erase') {
      const { count } = await tx.payment.deleteMany({ where })
      return { erased: count, anonymised: 0, kept: 0 }
    }
    const anonymous = { subjectId: null, keptUntil: keptUntil ?? null }
    const payments = (await tx.payment.findMany({ where, select: { id: true } })).map(({ id }) => id)
    await tx.paymentShare.updateMany({ where: { paymentId: { in: payments } }, data: { subjectId: null } })
    await tx.refund.updateMany({ where: { paymentId: { in: payments } }, data: anonymous })
    await tx.dispute.updateMany({ where: { paymentId: { in: payments } }, data: anonymous })
    const { count } = await tx.payment.updateMany({
      where,
      // Which card it was is known until that is given up: a charge whose answer was lost is found by it.
      data: { ...anonymous, checkoutUrl: null, locale: null, payLinkId: null },
    })
    return { erased: 0, anonymised: count, kept: 0 }
  },
  async removeKept(tx, brand, now) {
    const { count } = await tx.payment.deleteMany({ where: { brand, subjectId: null, keptUntil: { lte: now } } })
    return count
  },
}

interface Row {
  readonly id: string
  readonly at: Date
  readonly number: string
  readonly method: string
  readonly amount: bigint
  readonly currency: string
  readonly state: string
  readonly paid_at: Date | null
}

async function page(tx: Tx, of: HeldBy, query: HeldQuery): Promise<HeldRow[]> {
  const { limit, before, from, to } = query
  const rows = await tx.$queryRaw<Row[]>`
    SELECT p.id, p.created_at AS at, b.number, p.method, p.amount_minor AS amount, p.currency, p.state,
           p.settled_at AS paid_at
    FROM payment p JOIN bill b ON b.id = p.bill_id
    WHERE p.brand = ${of.brand} AND p.subject_id = ${of.subject}::uuid
      ${before ? Prisma.sql`AND p.created_at <= ${before.at} AND (p.created_at < ${before.at} OR p.id < ${before.id}::uuid)` : Prisma.empty}
      ${from ? Prisma.sql`AND p.created_at >= ${from}` : Prisma.empty}
      ${to ? Prisma.sql`AND p.created_at < ${to}` : Prisma.empty}
    ORDER BY p.created_at DESC, p.id DESC LIMIT ${limit}`
  return rows.map((row) => ({
    id: row.id,
    at: row.at,
    values: {
      bill_number: row.number,
      provider: row.method,
      amount: toDecimalText(row.amount, row.currency),
      currency: row.currency,
      state: row.state,
      paid_at: row.paid_at,
    },
  }))
}
