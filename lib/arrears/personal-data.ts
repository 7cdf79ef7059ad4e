import type { Holding } from '#lib/personal-data/index.ts'
import { Prisma } from '#lib/platform/database/index.ts'

/** What a person was told of unpaid bills, and whether they want to be; it is shown with the bills. */
export const arrearsHeld: Holding = {
  shape: 'bill',
  internal: true,
  models: ['ArrearsNotice', 'NoticeChoice'],
  summary: ({ brand, subject }) => Prisma.sql`
    SELECT 'bill' AS shape, NULL AS category, count(*) AS rows, max(created_at) AS newest
    FROM arrears_notice WHERE brand = ${brand} AND subject_id = ${subject}::uuid`,
  list: async () => [],
  async *all() {},
  async erase(tx, of, { olderThan }) {
    const own = { brand: of.brand, subjectId: of.subject }
    if (!olderThan) await tx.noticeChoice.deleteMany({ where: own })
    const where = { ...own, ...(olderThan ? { createdAt: { lt: olderThan } } : {}) }
    const { count } = await tx.arrearsNotice.deleteMany({ where })
    return { erased: count, anonymised: 0, kept: 0 }
  },
}
