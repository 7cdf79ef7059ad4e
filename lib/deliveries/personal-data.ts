import type { Holding } from '#lib/personal-data/index.ts'
import { Prisma } from '#lib/platform/database/index.ts'

/** Which recipients were told of the person's decisions. The decisions themselves are with the consents. */
export const deliveriesHeld: Holding = {
  shape: 'consent',
  internal: true,
  models: ['ConsentDelivery'],
  summary: ({ brand, subject }) => Prisma.sql`
    SELECT 'consent' AS shape, NULL AS category, count(*) AS rows, max(created_at) AS newest
    FROM consent_delivery WHERE brand = ${brand} AND subject_id = ${subject}::uuid`,
  list: async () => [],
  async *all() {},
  async erase(tx, of, { olderThan }) {
    const { count } = await tx.consentDelivery.deleteMany({
      where: { brand: of.brand, subjectId: of.subject, ...(olderThan ? { createdAt: { lt: olderThan } } : {}) },
    })
    return { erased: count, anonymised: 0, kept: 0 }
  },
}
