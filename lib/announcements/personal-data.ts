import type { Holding } from '#lib/personal-data/index.ts'
import { Prisma } from '#lib/platform/database/index.ts'

/** Which announcements the person was told of, and how. What was announced names nobody. */
export const announcementsHeld: Holding = {
  shape: 'request',
  internal: true,
  models: ['AnnouncementDelivery'],
  summary: ({ brand, subject }) => Prisma.sql`
    SELECT 'request' AS shape, NULL AS category, count(*) AS rows, max(told_at) AS newest
    FROM announcement_delivery WHERE brand = ${brand} AND subject_id = ${subject}::uuid`,
  list: async () => [],
  async *all() {},
  async erase(tx, of, { olderThan }) {
    const { count } = await tx.announcementDelivery.deleteMany({
      where: { brand: of.brand, subjectId: of.subject, ...(olderThan ? { toldAt: { lt: olderThan } } : {}) },
    })
    return { erased: count, anonymised: 0, kept: 0 }
  },
}
