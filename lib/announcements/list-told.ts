import { type Grant, inScope, subjectOf } from '#lib/access/index.ts'
import { type AnnouncementView, view } from './list-announcements.ts'

/** An announcement that a person was told of. */
export interface ToldView extends AnnouncementView {
  readonly sourceId: string
  readonly seenAt: Date | null
}

/** What this person was told of, newest first. */
export async function listTold(grant: Grant<'announcements:view'>): Promise<ToldView[]> {
  return inScope(grant, async (tx) => {
    const deliveries = await tx.announcementDelivery.findMany({
      where: { brand: grant.brand, subjectId: subjectOf(grant) },
      select: { announcementId: true, seenAt: true },
    })
    const rows = await tx.announcement.findMany({
      where: { brand: grant.brand, id: { in: deliveries.map(({ announcementId }) => announcementId) } },
      orderBy: { createdAt: 'desc' },
    })
    const seen = new Map(deliveries.map(({ announcementId, seenAt }) => [announcementId, seenAt]))
    return rows.map((row) => ({ ...view(row), sourceId: row.sourceId, seenAt: seen.get(row.id) ?? null }))
  })
}
