import type { Holding } from '#lib/personal-data/index.ts'
import { Prisma } from '#lib/platform/database/index.ts'

/** That the person's data was marked for transfer. Shown with where it is kept; goes with the account. */
export const transfersHeld: Holding = {
  shape: 'consent',
  internal: true,
  models: ['DataTransfer'],
  summary: ({ brand, subject }) => Prisma.sql`
    SELECT 'consent' AS shape, NULL AS category, count(*) AS rows, max(marked_at) AS newest
    FROM data_transfer WHERE brand = ${brand} AND subject_id = ${subject}::uuid`,
  list: async () => [],
  async *all() {},
  async erase(tx, of, { olderThan }) {
    const { count } = await tx.dataTransfer.deleteMany({
      where: { brand: of.brand, subjectId: of.subject, ...(olderThan ? { markedAt: { lt: olderThan } } : {}) },
    })
    return { erased: count, anonymised: 0, kept: 0 }
  },
}
