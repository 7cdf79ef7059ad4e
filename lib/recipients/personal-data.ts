import type { Bookkeeping } from '#lib/personal-data/index.ts'

/** That the person was asked about recipients. Their answers are with the consents. */
export const recipientAsksHeld: Bookkeeping = {
  models: ['RecipientAsk'],
  async erase(tx, { brand, subject: subjectId }) {
    await tx.recipientAsk.deleteMany({ where: { brand, subjectId } })
  },
}
