import type { Holding } from '#lib/personal-data/index.ts'
import { Prisma } from '#lib/platform/database/index.ts'

/** Browsers that get notices, with their sealed addresses; that a message was sent, of which kind and when; what it said is gone once it is sent. No manifest lists it. */
export const messagesHeld: Holding = {
  shape: 'sign_in_log',
  internal: true,
  models: ['OutgoingMessage', 'PushSubscription'],
  summary: ({ brand, subject }) => Prisma.sql`
    SELECT 'sign_in_log' AS shape, NULL AS category, count(*) AS rows, max(created_at) AS newest
    FROM outgoing_message WHERE brand = ${brand} AND subject_id = ${subject}::uuid`,
  list: async () => [],
  async *all() {},
  async erase(tx, of, { olderThan }) {
    if (!olderThan) await tx.pushSubscription.deleteMany({ where: { brand: of.brand, subjectId: of.subject } })
    const { count } = await tx.outgoingMessage.deleteMany({
      where: { brand: of.brand, subjectId: of.subject, ...(olderThan ? { createdAt: { lt: olderThan } } : {}) },
    })
    return { erased: count, anonymised: 0, kept: 0 }
  },
}
