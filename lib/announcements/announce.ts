import { v7 as uuid } from 'uuid'
import type { Grant } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { clock } from '#lib/platform/clock.ts'
import type { Tx } from '#lib/platform/database/index.ts'
import { enqueue } from '#lib/platform/queue/index.ts'
import { announced } from './events.ts'
import type { AnnouncementContent, AnnouncementKind, Audience } from './schema.ts'

export interface NewAnnouncement {
  readonly kind: AnnouncementKind
  readonly sourceId: string
  readonly content: AnnouncementContent
  readonly audience: Audience
}

/** Makes an announcement in the caller's transaction; a job then tells each person of its audience. Once for a source. */
export async function announce(tx: Tx, grant: Grant, { kind, sourceId, content, audience }: NewAnnouncement) {
  const id = uuid()
  const { brand } = grant
  await tx.announcement.create({
    data: { id, brand, kind, sourceId, content, audience, createdAt: clock.now() },
    select: { id: true },
  })
  await enqueue(tx, 'announcements.send', { brand, announcementId: id })
  await audit.record(tx, grant, announced(id, kind))
  return id
}
