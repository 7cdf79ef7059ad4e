import type { Tx } from '#lib/platform/database/index.ts'

/** The announcement by which people were told of an incident; null before. */
export async function announcementOf(tx: Tx, brand: string, incident: string) {
  return tx.announcement.findFirst({
    where: { brand, kind: 'incident', sourceId: incident },
    select: { id: true, people: true, finishedAt: true },
  })
}
