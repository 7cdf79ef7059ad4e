import { type Grant, inScope, subjectOf } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { announcementRead } from './events.ts'
import type { AcknowledgeAnnouncement } from './schema.ts'

/**
 * Notes that the person has read it, so that the portal does not show it on every page any more. Once is enough.
 * @throws Refusal `announcements.not_found` for one that they were not told of
 */
export async function acknowledgeAnnouncement(
  grant: Grant<'announcements:acknowledge'>,
  { announcement }: AcknowledgeAnnouncement,
): Promise<{ readonly announcement: string }> {
  const own = { brand: grant.brand, subjectId: subjectOf(grant), announcementId: announcement }
  await inScope(grant, async (tx) => {
    if ((await tx.announcementDelivery.count({ where: own })) === 0) throw new Refusal('announcements.not_found')
    const { count } = await tx.announcementDelivery.updateMany({
      where: { ...own, seenAt: null },
      data: { seenAt: clock.now() },
    })
    if (count > 0) await audit.record(tx, grant, announcementRead(announcement))
  })
  return { announcement }
}
