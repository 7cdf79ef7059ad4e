import { type Grant, inScope, systemGrant } from '#lib/access/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { isGranted } from '#lib/consents/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { storeRecords } from '#lib/records/index.ts'
import { openMailToken } from './mail-token.ts'

/**
 * Keeps that a mail was opened or its link followed, if the person's consent to that is still in force; each once a
 * mail. Returns where the link leads, for whom there is no record too.
 * @param signalled the reader's program asks not to be tracked: then nothing is kept (WBP-08)
 */
export async function noteRead(
  grant: Grant<'news:note-read'>,
  { token, event, signalled }: { readonly token: string; readonly event: 'opened' | 'clicked'; signalled: boolean },
): Promise<string> {
  const { brand } = grant
  const { newsletter } = getManifest(brand)
  const opened = openMailToken(brand, 'read', token)
  const item = newsletter.items.find(({ key }) => key === opened?.item)
  const { tracking } = newsletter
  if (!opened || !item || !tracking) return `/${brand}`
  const { subject } = opened
  const account = await inScope(grant, async (tx) =>
    (await isGranted(tx, brand, subject, tracking.purpose))
      ? tx.account.findFirst({ where: { id: subject, brand, state: 'active' }, select: { locale: true } })
      : null,
  )
  if (account && !signalled)
    await storeRecords(systemGrant('mail:read', 'intake:write', { brand }), [
      {
        senderId: `news:${item.key}:${subject}:${event}`,
        category: tracking.category,
        subjectId: subject,
        deviceId: null,
        occurredAt: clock.now(),
        givenByOther: false,
        values: {
          mail_subject: item.title[account.locale === 'zh-CN' || account.locale === 'fr' ? account.locale : 'en'],
          event,
          occurred_at: clock.now().toISOString(),
        },
      },
    ])
  return `/${brand}${item.path}`
}
