import { type Grant, inScope } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { notifyPerson } from '#lib/identity/index.ts'
import { clock } from '#lib/platform/clock.ts'
import type { Tx } from '#lib/platform/database/index.ts'
import { type Locale, translator } from '#lib/platform/i18n/index.ts'
import { audienceCondition } from './audience.ts'
import { announcementTold } from './events.ts'
import { AnnouncementContent, Audience } from './schema.ts'

/** People who are told in one transaction. */
const AT_ONCE = 100

interface Told {
  readonly id: string
  readonly content: AnnouncementContent
}

/**
 * Tells everybody of an announcement's audience, each once however often this runs: by mail, by text message where that
 * is their only address, and in the portal in any case. Whoever has no address is on the list for letters.
 */
export async function sendAnnouncement(grant: Grant<'announcements:send'>, id: string): Promise<void> {
  const row = await inScope(grant, (tx) =>
    tx.announcement.findFirst({ where: { id, brand: grant.brand, finishedAt: null } }),
  )
  if (!row) return
  const told: Told = { id, content: AnnouncementContent.parse(row.content) }
  const audience = audienceCondition(grant.brand, Audience.parse(row.audience))
  for (;;) {
    const people = await inScope(grant, async (tx) => {
      // The row is written first: two workers at once would else both write to the same person.
      const next = await tx.$queryRaw<{ subject_id: string }[]>`
        INSERT INTO announcement_delivery (announcement_id, brand, subject_id, told_at)
        SELECT ${id}::uuid, a.brand, a.id, ${clock.now()} FROM account a
        WHERE ${audience} AND NOT EXISTS (SELECT 1 FROM announcement_delivery d
          WHERE d.brand = a.brand AND d.subject_id = a.id AND d.announcement_id = ${id}::uuid)
        ORDER BY a.id LIMIT ${AT_ONCE}
        ON CONFLICT DO NOTHING RETURNING subject_id`
      for (const { subject_id: subject } of next) await tell(tx, { brand: grant.brand, subject }, told)
      return next.length
    })
    if (people < AT_ONCE) break
  }
  await finish(grant, id)
}

async function tell(tx: Tx, whom: { readonly brand: string; readonly subject: string }, { id, content }: Told) {
  const queued = await notifyPerson(tx, whom, {
    kind: 'announcements.told',
    values: (locale) => ({ title: content.title[locale], text: textOf(content, locale) }),
    path: `/${whom.brand}/announcements/${id}`,
  })
  if (!queued) return
  await tx.announcementDelivery.updateMany({
    where: { brand: whom.brand, subjectId: whom.subject, announcementId: id },
    data: { channel: queued.channel, messageId: queued.messageId },
  })
}

/** The sections with their headings, as paragraphs of a mail. */
function textOf({ sections }: AnnouncementContent, locale: Locale): string {
  const t = translator(locale, 'announcements.sections')
  return sections.map(({ key, text }) => `${t(key)}\n${text[locale]}`).join('\n\n')
}

async function finish(grant: Grant<'announcements:send'>, id: string) {
  await inScope(grant, async (tx) => {
    const people = await tx.announcementDelivery.count({ where: { announcementId: id } })
    const { count } = await tx.announcement.updateMany({
      where: { id, finishedAt: null },
      data: { people, finishedAt: clock.now() },
    })
    if (count > 0) await audit.record(tx, grant, announcementTold(id, people))
  })
}
