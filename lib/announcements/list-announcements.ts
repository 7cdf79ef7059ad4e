import { type Grant, inScope } from '#lib/access/index.ts'
import { AnnouncementContent, type AnnouncementKind } from './schema.ts'

/** An announcement as everybody may read it. */
export interface AnnouncementView {
  readonly id: string
  readonly kind: AnnouncementKind
  readonly at: Date
  readonly content: AnnouncementContent
}

/** What a brand has announced, newest first: for those who could not be reached, and for everybody else. */
export async function listAnnouncements(grant: Grant<'announcements:read'>): Promise<AnnouncementView[]> {
  const rows = await inScope(grant, (tx) =>
    tx.announcement.findMany({ where: { brand: grant.brand }, orderBy: { createdAt: 'desc' }, take: 50 }),
  )
  return rows.map(view)
}

export async function findAnnouncement(
  grant: Grant<'announcements:read'>,
  id: string,
): Promise<AnnouncementView | null> {
  const row = await inScope(grant, (tx) => tx.announcement.findFirst({ where: { id, brand: grant.brand } }))
  return row && view(row)
}

export function view(row: { id: string; kind: string; createdAt: Date; content: unknown }): AnnouncementView {
  return {
    id: row.id,
    kind: row.kind as AnnouncementKind,
    at: row.createdAt,
    content: AnnouncementContent.parse(row.content),
  }
}
