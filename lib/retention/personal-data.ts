import type { Holding } from '#lib/personal-data/index.ts'
import { Prisma } from '#lib/platform/database/index.ts'

/**
 * That an account was closed and what became of its data. It stays: it is the certificate that the person may read, and
 * what is replayed after a backup is restored. It says nothing about who they were.
 */
export const closingsHeld: Holding = {
  shape: 'request',
  internal: true,
  models: ['Closure', 'ErasureEntry'],
  summary: ({ brand, subject }) => Prisma.sql`
    SELECT 'request' AS shape, NULL AS category, count(*) AS rows, max(requested_at) AS newest
    FROM closure WHERE brand = ${brand} AND subject_id = ${subject}::uuid`,
  list: async () => [],
  async *all() {},
  async erase(tx, { brand, subject }) {
    return { erased: 0, anonymised: 0, kept: await tx.closure.count({ where: { brand, subjectId: subject } }) }
  },
}
