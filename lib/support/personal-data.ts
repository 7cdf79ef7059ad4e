import { type Holding, readInBatches } from '#lib/personal-data/index.ts'
import { Prisma } from '#lib/platform/database/index.ts'

/**
 * The record of who did what for the person, staff among them. The person reads it in "who looked at my data"; it is
 * no category of a brand. What staff wrote as their reason goes with the account; the audit rows hold ids only and stay.
 */
export const accessRecordHeld: Holding = {
  shape: 'request',
  internal: true,
  models: ['SupportSession', 'AuditEvent'],
  summary: ({ brand, subject }) => Prisma.sql`
    SELECT 'request' AS shape, 'access_record' AS category, count(*) AS rows, max(occurred_at) AS newest
    FROM audit_event WHERE brand = ${brand} AND subject_id = ${subject}::uuid`,
  list: async () => [],
  all: () => readInBatches(async () => []),
  async erase(tx, of, { olderThan }) {
    const where = { brand: of.brand, subjectId: of.subject }
    const { count: erased } = await tx.supportSession.deleteMany({
      where: olderThan ? { ...where, startedAt: { lt: olderThan } } : where,
    })
    return { erased, anonymised: 0, kept: await tx.auditEvent.count({ where }) }
  },
}
