import type { Tx } from '#lib/platform/database/index.ts'

interface Answered {
  readonly brand: string
  readonly subjectId: string
  /** What the announcement was about: whoever answered that has read it. */
  readonly sourceId: string
}

/** Takes an announcement that asked something off every page of the portal, once it was answered. */
export async function noteAnswered(tx: Tx, { brand, subjectId, sourceId }: Answered, at: Date): Promise<void> {
  const asked = await tx.announcement.findMany({ where: { brand, sourceId }, select: { id: true } })
  await tx.announcementDelivery.updateMany({
    where: { brand, subjectId, announcementId: { in: asked.map(({ id }) => id) }, seenAt: null },
    data: { seenAt: at },
  })
}
