import type { Holding } from '#lib/personal-data/index.ts'
import { Prisma } from '#lib/platform/database/index.ts'

/** The person's budget, and what they were told about their use so that nobody is told twice. No manifest lists it. */
export const outlookHeld: Holding = {
  shape: 'reading',
  internal: true,
  models: ['Budget', 'UsageAlert'],
  summary: ({ brand, subject }) => Prisma.sql`
    SELECT 'reading' AS shape, NULL AS category, count(*) AS rows, max(raised_at) AS newest
    FROM usage_alert WHERE brand = ${brand} AND subject_id = ${subject}::uuid`,
  list: async () => [],
  async *all() {},
  async erase(tx, of, { olderThan }) {
    const where = { brand: of.brand, subjectId: of.subject }
    const { count } = await tx.usageAlert.deleteMany({
      where: olderThan ? { ...where, raisedAt: { lt: olderThan } } : where,
    })
    if (olderThan) return { erased: count, anonymised: 0, kept: 0 }
    const budgets = await tx.budget.deleteMany({ where })
    return { erased: count + budgets.count, anonymised: 0, kept: 0 }
  },
}
