import type { Bookkeeping } from '#lib/personal-data/index.ts'

/** That the person's data was marked for transfer. Shown with where it is kept; goes with the account. */
export const transfersHeld: Bookkeeping = {
  models: ['DataTransfer'],
  async erase(tx, { brand, subject: subjectId }) {
    await tx.dataTransfer.deleteMany({ where: { brand, subjectId } })
  },
}
