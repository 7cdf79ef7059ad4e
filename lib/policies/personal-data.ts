import type { Bookkeeping } from '#lib/personal-data/index.ts'

/** That a person was told of a version, which lets nobody be told twice. */
export const policyNoticesHeld: Bookkeeping = {
  models: ['PolicyNotice'],
  async erase(tx, { brand, subject: subjectId }) {
    await tx.policyNotice.deleteMany({ where: { brand, subjectId } })
  },
}
