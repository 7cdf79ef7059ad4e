import type { Holding } from '#lib/personal-data/index.ts'
import { Prisma } from '#lib/platform/database/index.ts'

/** That a person was told of a version, which lets nobody be told twice. No manifest lists it. */
export const policyNoticesHeld: Holding = {
  shape: 'consent',
  internal: true,
  models: ['PolicyNotice'],
  summary: ({ brand, subject }) => Prisma.sql`
    SELECT 'consent' AS shape, NULL AS category, count(*) AS rows, max(told_at) AS newest
    FROM policy_notice WHERE brand = ${brand} AND subject_id = ${subject}::uuid`,
  list: async () => [],
  async *all() {},
  async erase(tx, of, { olderThan }) {
    const { count } = await tx.policyNotice.deleteMany({
      where: { brand: of.brand, subjectId: of.subject, ...(olderThan ? { toldAt: { lt: olderThan } } : {}) },
    })
    return { erased: count, anonymised: 0, kept: 0 }
  },
}
