import { type Grant, inScope } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { BRAND_KEYS, getManifest, type Manifest, type NewsItem } from '#lib/brands/index.ts'
import { notifyPerson } from '#lib/identity/index.ts'
import { addDays, localDay } from '#lib/platform/calendar/index.ts'
import { clock } from '#lib/platform/clock.ts'
import type { Tx } from '#lib/platform/database/index.ts'
import { newsSent } from './events.ts'
import { sealMailToken } from './mail-token.ts'

/** News older than this is none: who agrees later does not get it. */
const DAYS_NEW = 14
/** People who are written to in one transaction. */
const AT_ONCE = 100

/**
 * Mails each piece of news to everybody whose consent to it is in force, once. A mail tells that it was read only where
 * that was agreed to as well, in the same instant; every mail can be left with one click (WBP-07, RFC 8058).
 */
export async function sendNews(grant: Grant<'news:send'>): Promise<void> {
  for (const brand of BRAND_KEYS) {
    const manifest = getManifest(brand)
    const today = localDay(clock.now(), manifest.zone)
    const fresh = manifest.newsletter.items.filter(
      ({ publishedOn }) => publishedOn <= today && today < addDays(publishedOn, DAYS_NEW),
    )
    for (const item of fresh) while ((await sendSome(grant, manifest, item)) === AT_ONCE);
  }
}

async function sendSome(grant: Grant<'news:send'>, manifest: Manifest, item: NewsItem): Promise<number> {
  return inScope(grant, async (tx) => {
    const people = await takePeople(tx, manifest, item)
    for (const { subject_id: subject, tracked } of people)
      await notifyPerson(tx, { brand: manifest.key, subject }, mailOf(manifest, item, subject, tracked))
    if (people.length > 0) await audit.record(tx, grant, newsSent(item.key, people.length))
    return people.length
  })
}

// The row is written first: two workers at once would else both write to the same person.
function takePeople(tx: Tx, { key: brand, newsletter }: Manifest, item: NewsItem) {
  return tx.$queryRaw<{ subject_id: string; tracked: boolean }[]>`
    INSERT INTO news_delivery (id, brand, subject_id, item, tracked, queued_at)
    SELECT gen_random_uuid(), a.brand, a.id, ${item.key}, coalesce(t.decision = 'granted', false), ${clock.now()}
    FROM account a
    JOIN LATERAL (
      SELECT decision FROM consent_record c
      WHERE c.brand = a.brand AND c.subject_id = a.id AND c.purpose = ${newsletter.purpose}
      ORDER BY decided_at DESC, id DESC LIMIT 1) n ON n.decision = 'granted'
    LEFT JOIN LATERAL (
      SELECT decision FROM consent_record c
      WHERE c.brand = a.brand AND c.subject_id = a.id AND c.purpose = ${newsletter.tracking?.purpose ?? ''}
      ORDER BY decided_at DESC, id DESC LIMIT 1) t ON true
    WHERE a.brand = ${brand} AND a.state = 'active' AND NOT EXISTS (
      SELECT 1 FROM news_delivery d WHERE d.brand = a.brand AND d.subject_id = a.id AND d.item = ${item.key})
    ORDER BY a.id LIMIT ${AT_ONCE}
    ON CONFLICT DO NOTHING RETURNING subject_id, tracked`
}

function mailOf({ key: brand }: Manifest, item: NewsItem, subject: string, tracked: boolean) {
  const token = { subject, item: item.key }
  const read = `/api/${brand}/news/${tracked ? sealMailToken(brand, 'read', token) : ''}`
  return {
    kind: 'news.item',
    values: (locale: keyof NewsItem['title']) => ({ title: item.title[locale], words: item.text[locale] }),
    path: tracked ? `${read}/followed` : `/${brand}${item.path}`,
    leave: sealMailToken(brand, 'leave', token),
    mailOnly: true,
    ...(tracked ? { pixel: `${read}/opened` } : {}),
  } as const
}
