import type { Holding } from '#lib/personal-data/index.ts'
import { Prisma } from '#lib/platform/database/index.ts'

/** That the person was asked about recipients. Their answers are with the consents. */
export const recipientAsksHeld: Holding = {
  shape: 'consent',
  internal: true,
  models: ['RecipientAsk'],
  summary: ({ brand, subject }) => Prisma.sql`
    SELECT 'consent' AS shape, NULL AS category, count(*) AS rows, max(asked_at) AS newest
    FROM recipient_ask WHERE brand = ${brand} AND subject_id = ${subject}::uuid`,
  list: async () => [],
  async *all() {},
  async erase(tx, of, { olderThan }) {
    const { count } = await tx.recipientAsk.deleteMany({
      where: { brand: of.brand, subjectId: of.subject, ...(olderThan ? { askedAt: { lt: olderThan } } : {}) },
    })
    return { erased: count, anonymised: 0, kept: 0 }
  },
}
