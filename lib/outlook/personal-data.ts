import type { Bookkeeping } from '#lib/personal-data/index.ts'

/** The person's budget, and what they were told about their use so that nobody is told twice. */
export const outlookHeld: Bookkeeping = {
  models: ['Budget', 'UsageAlert'],
  async erase(tx, { brand, subject: subjectId }) {
    await tx.usageAlert.deleteMany({ where: { brand, subjectId } })
    await tx.budget.deleteMany({ where: { brand, subjectId } })
  },
}
