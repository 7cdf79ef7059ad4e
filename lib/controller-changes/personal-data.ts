import type { Holding } from '#lib/personal-data/index.ts'
import { Prisma } from '#lib/platform/database/index.ts'

/** What the person said to a change of controller. */
export const controllerAnswersHeld: Holding = {
  shape: 'consent',
  internal: true,
  models: ['ControllerAnswer'],
  summary: ({ brand, subject }) => Prisma.sql`
    SELECT 'consent' AS shape, NULL AS category, count(*) AS rows, max(answered_at) AS newest
    FROM controller_answer WHERE brand = ${brand} AND subject_id = ${subject}::uuid`,
  list: async () => [],
  async *all() {},
  async erase(tx, of, { olderThan }) {
    const { count } = await tx.controllerAnswer.deleteMany({
      where: { brand: of.brand, subjectId: of.subject, ...(olderThan ? { answeredAt: { lt: olderThan } } : {}) },
    })
    return { erased: count, anonymised: 0, kept: 0 }
  },
}
