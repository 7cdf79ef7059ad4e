import { type Holding, readInBatches } from '#lib/personal-data/index.ts'
import { Prisma } from '#lib/platform/database/index.ts'

/** Exports that the person asked for, with their archives. Shown where they are asked for. */
export const exportsHeld: Holding = {
  shape: 'request',
  internal: true,
  models: ['Export'],
  summary: ({ brand, subject }) => Prisma.sql`
    SELECT 'request' AS shape, NULL AS category, count(*) AS rows, max(requested_at) AS newest
    FROM export WHERE brand = ${brand} AND subject_id = ${subject}::uuid`,
  list: async () => [],
  all: () => readInBatches(async () => []),
  async files(tx, { brand, subject }) {
    const rows = await tx.export.findMany({ where: { brand, subjectId: subject }, select: { id: true } })
    // By their keys rather than by what is noted: a build may have been broken off before it was noted.
    return rows.map((row) => `exports/${brand}/${row.id}.zip`)
  },
  async erase(tx, { brand, subject }, { olderThan }) {
    const { count } = await tx.export.deleteMany({
      where: { brand, subjectId: subject, ...(olderThan ? { requestedAt: { lt: olderThan } } : {}) },
    })
    return { erased: count, anonymised: 0, kept: 0 }
  },
}
