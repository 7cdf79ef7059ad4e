import type { Holding } from '#lib/personal-data/index.ts'
import { Prisma } from '#lib/platform/database/index.ts'

/** What became of a person's periods: the portal's own notes about bills, which are shown as such. */
export const periodOutcomesHeld: Holding = {
  shape: 'bill',
  internal: true,
  models: ['PeriodOutcome', 'BillCorrection'],
  summary: ({ brand, subject }) => Prisma.sql`
    SELECT 'bill' AS shape, NULL AS category, count(*) AS rows, max(looked_at) AS newest
    FROM period_outcome WHERE brand = ${brand} AND subject_id = ${subject}::uuid`,
  list: async () => [],
  async *all() {},
  async erase(tx, of, { olderThan }) {
    const own = { brand: of.brand, subjectId: of.subject }
    await tx.billCorrection.deleteMany({ where: { ...own, ...(olderThan ? { foundAt: { lt: olderThan } } : {}) } })
    const where = { ...own, ...(olderThan ? { lookedAt: { lt: olderThan } } : {}) }
    const { count } = await tx.periodOutcome.deleteMany({ where })
    return { erased: count, anonymised: 0, kept: 0 }
  },
}
