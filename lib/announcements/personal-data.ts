import type { Bookkeeping } from '#lib/personal-data/index.ts'

/** Which announcements the person was told of, and how. What was announced names nobody. */
export const announcementsHeld: Bookkeeping = {
  models: ['AnnouncementDelivery'],
  async erase(tx, { brand, subject: subjectId }) {
    await tx.announcementDelivery.deleteMany({ where: { brand, subjectId } })
  },
}
