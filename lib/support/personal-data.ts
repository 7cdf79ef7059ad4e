import type { Bookkeeping } from '#lib/personal-data/index.ts'

/**
 * The record of who did what for the person, staff among them. The person reads it in "who looked at my data"; it is
 * no category of a brand. What staff wrote as their reason goes with the account; the audit rows hold ids only and stay.
 */
export const accessRecordHeld: Bookkeeping = {
  models: ['SupportSession', 'AuditEvent'],
  async erase(tx, { brand, subject: subjectId }) {
    await tx.supportSession.deleteMany({ where: { brand, subjectId } })
  },
}
