import { type Grant, subjectOf } from '#lib/access/index.ts'
import { type Category, getManifest, type Purpose } from '#lib/brands/index.ts'
import type { Tx } from '#lib/platform/database/index.ts'
import { isLocale, type Locale } from '#lib/platform/i18n/locales.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { concernedBy } from './concerned.ts'
import { consentNotice } from './consent-notice.ts'
import { lastDecisions } from './last-decisions.ts'
import { oneAtATime, recordDecision } from './record-decision.ts'

/** The optional purposes of a category: its person consents to them by giving something of it. */
export function purposesByGiving(brand: string, category: Pick<Category, 'purposes'>): Purpose[] {
  const { purposes } = getManifest(brand)
  return purposes.filter(({ key, kind }) => kind === 'optional' && category.purposes.includes(key))
}

/**
 * Records that a person who gives something optional consents to what it is for (WBP-02): with the words that stood
 * beside the form, in the caller's transaction, and once while the consent is in force.
 * @throws Refusal `consents.by_person` where staff would give it for somebody who has not consented
 */
export async function consentByGiving(
  tx: Tx,
  grant: Grant<'profile:edit' | 'uploads:add'>,
  category: Pick<Category, 'purposes'>,
  shownIn?: Locale,
): Promise<void> {
  const purposes = purposesByGiving(grant.brand, category)
  if (purposes.length === 0) return
  const of = { brand: grant.brand, subject: subjectOf(grant) }
  await oneAtATime(tx, of.subject)
  for (const purpose of purposes) {
    const [last] = await lastDecisions(tx, of, purpose.key)
    if (last?.decision === 'granted') continue
    if (grant.actor.kind !== 'person') throw new Refusal('consents.by_person')
    const locale = shownIn ?? (await localeOf(tx, of.subject))
    await recordDecision(tx, grant, {
      purpose: purpose.key,
      decision: 'granted',
      locale,
      words: consentNotice(purpose, locale),
      tell: concernedBy(getManifest(of.brand), purpose.key),
    })
  }
}

async function localeOf(tx: Tx, id: string): Promise<Locale> {
  const account = await tx.account.findUnique({ where: { id }, select: { locale: true } })
  return isLocale(account?.locale) ? account.locale : 'en'
}
