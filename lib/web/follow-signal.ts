import { noteSignal, type SessionView, systemGrant } from '#lib/access/index.ts'
import { honourSignal } from '#lib/consents/index.ts'
import { isLocale, type Locale } from '#lib/platform/i18n/index.ts'
import { privacySignal } from '#lib/tracking/index.ts'

/**
 * Notices at the next request that a signed-in browser began to ask not to be tracked, and ends what that ends (WBP-08).
 * What the person allows by their own hand afterwards stays theirs, until the signal is switched off and on again.
 */
export async function followSignal({ actor, locale, signalled }: SessionView, headers: Headers): Promise<void> {
  if (actor.kind !== 'person') return
  const now = privacySignal(headers) !== null
  if (now === signalled) return
  const { brand, id: subject, sessionId } = actor
  const language: Locale = isLocale(locale) ? locale : 'en'
  if (now) await honourSignal(systemGrant('browser:signal', 'consents:honour-signal', { brand, subject }), language)
  await noteSignal(sessionId, now)
}
