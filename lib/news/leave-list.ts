import { type Grant, inScope, systemGrant } from '#lib/access/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { decideConsent } from '#lib/consents/index.ts'
import { isLocale, type Locale } from '#lib/platform/i18n/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { openMailToken } from './mail-token.ts'

/**
 * Withdraws the consent to news of whom a mail's token names, without signing in (RFC 8058, WBP-07). Leaving again
 * changes nothing; for somebody who is gone there is nothing to do.
 * @throws Refusal `news.token_wrong`
 */
export async function leaveList(
  grant: Grant<'news:leave'>,
  { token, locale }: { readonly token: string; readonly locale?: Locale },
): Promise<void> {
  const { brand } = grant
  const opened = openMailToken(brand, 'leave', token)
  if (!opened) throw new Refusal('news.token_wrong')
  const account = await inScope(grant, (tx) =>
    tx.account.findFirst({
      where: { id: opened.subject, brand, state: { in: ['active', 'closing'] } },
      select: { locale: true },
    }),
  )
  if (!account) return
  // A mail program that presses by itself reads no language.
  const read = locale ?? (isLocale(account.locale) ? account.locale : 'en')
  const { purpose } = getManifest(brand).newsletter
  const own = systemGrant('mail:unsubscribe', 'consents:leave-list', { brand, subject: opened.subject })
  await decideConsent(own, { purpose, decision: 'refused', locale: read })
}
