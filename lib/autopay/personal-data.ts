import { type HeldBy, type HeldQuery, type HeldRow, type Holding, readInBatches } from '#lib/personal-data/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { Prisma, type Tx } from '#lib/platform/database/index.ts'
import { toDecimalText } from '#lib/platform/money/index.ts'
import { enqueue } from '#lib/platform/queue/index.ts'

/**
 * Kept cards, the order to pay by them and how far collecting has come. They end with the account, whatever is kept of
 * the payments: the provider is made to give the cards up, and until it has, the row says no more whose they were.
 */
export const cardsHeld: Holding = {
  shape: 'card',
  models: ['SavedCard', 'Autopay', 'Collection'],
  summary: ({ brand, subject }) => Prisma.sql`
    SELECT 'card' AS shape, NULL AS category, count(*) AS rows, max(created_at) AS newest
    FROM saved_card WHERE brand = ${brand} AND subject_id = ${subject}::uuid AND removed_at IS NULL`,
  list: page,
  all: (tx, of) => readInBatches((query) => page(tx, of, query)),
  async erase(tx, { brand, subject: subjectId }, { olderThan }) {
    if (olderThan) return { erased: 0, anonymised: 0, kept: 0 }
    const of = { brand, subjectId }
    const nobodys = { subjectId: null, scheme: '', lastFour: '', expires: '' }
    await tx.autopay.deleteMany({ where: of })
    await tx.collection.deleteMany({ where: of })
    await tx.savedCard.updateMany({ where: { ...of, removedAt: null }, data: { removedAt: clock.now() } })
    const { count } = await tx.savedCard.updateMany({ where: of, data: nobodys })
    if (count > 0) await enqueue(tx, 'cards.detach', {})
    return { erased: count, anonymised: 0, kept: 0 }
  },
}

interface Row {
  readonly id: string
  readonly at: Date
  readonly scheme: string
  readonly lastFour: string
  readonly expires: string
  readonly pays: boolean
  readonly limitMinor: bigint | null
  readonly currency: string | null
}

async function page(tx: Tx, of: HeldBy, query: HeldQuery): Promise<HeldRow[]> {
  const { limit, before, from, to } = query
  const rows = await tx.$queryRaw<Row[]>`
    SELECT c.id, c.created_at AS at, c.scheme, c.last_four AS "lastFour", c.expires,
           a.saved_card_id IS NOT NULL AND a.stopped_at IS NULL AS pays, a.limit_minor AS "limitMinor", a.currency
    FROM saved_card c LEFT JOIN autopay a ON a.saved_card_id = c.id AND a.subject_id = c.subject_id
    WHERE c.brand = ${of.brand} AND c.subject_id = ${of.subject}::uuid AND c.removed_at IS NULL
      ${before ? Prisma.sql`AND c.created_at <= ${before.at} AND (c.created_at < ${before.at} OR c.id < ${before.id}::uuid)` : Prisma.empty}
      ${from ? Prisma.sql`AND c.created_at >= ${from}` : Prisma.empty}
      ${to ? Prisma.sql`AND c.created_at < ${to}` : Prisma.empty}
    ORDER BY c.created_at DESC, c.id DESC LIMIT ${limit}`
  return rows.map(({ id, at, scheme, lastFour, expires, pays, limitMinor, currency }) => ({
    id,
    at,
    values: {
      scheme,
      last_four: lastFour,
      expires,
      kept_since: at,
      pays_bills: pays,
      limit: limitMinor !== null && currency ? toDecimalText(limitMinor, currency) : null,
    },
  }))
}
