import { type Grant, inScope, subjectOf } from '#lib/access/index.ts'
import { getManifest, type Manifest } from '#lib/brands/index.ts'
import { decisionAfter, isGranted, noticeOf, oneAtATime, recordDecision } from '#lib/consents/index.ts'
import { type Locale, translator } from '#lib/platform/i18n/index.ts'
import { cookieOf, optionalKinds } from './cookie-choice.ts'
import type { CookieChoice, OptionalKind } from './schema.ts'

/**
 * Adds what a signed-in person chose about cookies to their record of consents, as `cookies:<kind>`, with the words that
 * stood beside it. A choice that changes nothing adds nothing.
 */
export async function recordChoice(
  grant: Grant<'consents:decide'>,
  choice: CookieChoice,
  locale: Locale,
): Promise<void> {
  const manifest = getManifest(grant.brand)
  await inScope(grant, async (tx) => {
    const subject = subjectOf(grant)
    await oneAtATime(tx, subject)
    for (const kind of optionalKinds(manifest)) {
      const purpose = `cookies:${kind}`
      const before = await tx.consentRecord.findFirst({
        where: { brand: grant.brand, subjectId: subject, purpose },
        select: { id: true },
      })
      const last = before
        ? (await isGranted(tx, grant.brand, subject, purpose))
          ? 'granted'
          : ('withdrawn' as const)
        : undefined
      const decision = decisionAfter(last, choice[kind] === true)
      if (decision)
        await recordDecision(tx, grant, {
          purpose,
          decision,
          locale,
          words: cookieNotice(manifest, kind, locale),
          tell: [],
        })
    }
  })
}

/** What stands beside the choice of a kind: what it is called, what its cookie does, and that nothing hangs on it. */
function cookieNotice(manifest: Manifest, kind: OptionalKind, locale: Locale) {
  const cookie = cookieOf(manifest, kind)
  return noticeOf({
    name: translator(locale, 'transparency')(`cookies.categories.${kind}`),
    notice: cookie ? `${cookie.name}: ${cookie.purpose[locale]}` : '',
    consequence: translator(locale, 'tracking')('choice.lead'),
  })
}
