import type { Bookkeeping } from '#lib/personal-data/index.ts'

/**
 * Browsers that get notices, with their sealed addresses; that a message was sent, of which kind and when. What it said is
 * gone once it is sent.
 */
export const messagesHeld: Bookkeeping = {
  models: ['OutgoingMessage', 'PushSubscription'],
  async erase(tx, { brand, subject: subjectId }) {
    await tx.pushSubscription.deleteMany({ where: { brand, subjectId } })
    await tx.outgoingMessage.deleteMany({ where: { brand, subjectId } })
  },
}
