import type { Bookkeeping } from '#lib/personal-data/index.ts'

/** That a piece of news was mailed, so that nobody gets it twice. */
export const newsHeld: Bookkeeping = {
  models: ['NewsDelivery'],
  async erase(tx, { brand, subject: subjectId }) {
    await tx.newsDelivery.deleteMany({ where: { brand, subjectId } })
  },
}
