import type { Holding } from '#lib/personal-data/index.ts'
import { Prisma } from '#lib/platform/database/index.ts'

/** That a piece of news was mailed, so that nobody gets it twice. No manifest lists it. */
export const newsHeld: Holding = {
  shape: 'consent',
  internal: true,
  models: ['NewsDelivery'],
  summary: ({ brand, subject }) => Prisma.sql`
    SELECT 'consent' AS shape, NULL AS category, count(*) AS rows, max(queued_at) AS newest
    FROM news_delivery WHERE brand = ${brand} AND subject_id = ${subject}::uuid`,
  list: async () => [],
  async *all() {},
  async erase(tx, of, { olderThan }) {
    const { count } = await tx.newsDelivery.deleteMany({
      where: { brand: of.brand, subjectId: of.subject, ...(olderThan ? { queuedAt: { lt: olderThan } } : {}) },
    })
    return { erased: count, anonymised: 0, kept: 0 }
  },
}
