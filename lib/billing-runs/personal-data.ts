import type { Bookkeeping } from '#lib/personal-data/index.ts'

/** What became of a person's periods: the portal's own notes about bills, which are shown as such. */
export const periodOutcomesHeld: Bookkeeping = {
  models: ['PeriodOutcome', 'BillCorrection'],
  async erase(tx, { brand, subject: subjectId }) {
    await tx.billCorrection.deleteMany({ where: { brand, subjectId } })
    await tx.periodOutcome.deleteMany({ where: { brand, subjectId } })
  },
}
