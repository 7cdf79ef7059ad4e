import type { Holding } from '#lib/personal-data/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { Prisma } from '#lib/platform/database/index.ts'
import { enqueue } from '#lib/platform/queue/index.ts'

/**
 * Kept cards, the order to pay by them and how far collecting has come. They end with the account, whatever is kept of
 * the payments: the provider is made to give the cards up, and until it has, the row says no more whose they were.
 */
export const meansHeld: Holding = {
  shape: 'payment',
  internal: true,
  models: ['SavedCard', 'Autopay', 'Collection'],
  summary: ({ brand, subject }) => Prisma.sql`
    SELECT 'payment' AS shape, NULL AS category, count(*) AS rows, max(created_at) AS newest
    FROM saved_card WHERE brand = ${brand} AND subject_id = ${subject}::uuid`,
  list: async () => [],
  async *all() {},
  async erase(tx, { brand, subject: subjectId }, { olderThan }) {
    if (olderThan) return { erased: 0, anonymised: 0, kept: 0 }
    const of = { brand, subjectId }
    const nobodys = { subjectId: null, scheme: '', lastFour: '', expires: '' }
    await tx.autopay.deleteMany({ where: of })
    const { count: collections } = await tx.collection.deleteMany({ where: of })
    await tx.savedCard.updateMany({ where: { ...of, removedAt: null }, data: { removedAt: clock.now() } })
    const { count } = await tx.savedCard.updateMany({ where: of, data: nobodys })
    if (count > 0) await enqueue(tx, 'cards.detach', {})
    return { erased: count + collections, anonymised: 0, kept: 0 }
  },
}
