import type { Holding } from '#lib/personal-data/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { Prisma } from '#lib/platform/database/index.ts'

/**
 * That two members of staff decided about something that touches the person. What they wrote and what exactly was
 * to be done go with the account; which of them decided when about what kind of thing stays.
 */
export const approvalsHeld: Holding = {
  shape: 'request',
  internal: true,
  models: ['Approval'],
  summary: ({ brand, subject }) => Prisma.sql`
    SELECT 'request' AS shape, NULL AS category, count(*) AS rows, max(requested_at) AS newest
    FROM approval WHERE brand = ${brand} AND subject_id = ${subject}::uuid`,
  list: async () => [],
  async *all() {},
  async erase(tx, of, { olderThan }) {
    const where = {
      brand: of.brand,
      subjectId: of.subject,
      ...(olderThan ? { requestedAt: { lt: olderThan } } : {}),
    }
    const forgotten = { sealedInput: null, summary: {}, href: null, reason: null, note: null }
    await tx.approval.updateMany({
      where: { ...where, state: 'requested' },
      data: { ...forgotten, state: 'withdrawn', endedAt: clock.now() },
    })
    const { count: kept } = await tx.approval.updateMany({ where, data: forgotten })
    return { erased: 0, anonymised: 0, kept }
  },
}
