import type { Bookkeeping } from '#lib/personal-data/index.ts'

/** Which recipients were told of the person's decisions. The decisions themselves are with the consents. */
export const deliveriesHeld: Bookkeeping = {
  models: ['ConsentDelivery'],
  async erase(tx, { brand, subject: subjectId }) {
    await tx.consentDelivery.deleteMany({ where: { brand, subjectId } })
  },
}
