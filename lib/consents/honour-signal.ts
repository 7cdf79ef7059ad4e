import { type Grant, inScope, subjectOf } from '#lib/access/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import type { Locale } from '#lib/platform/i18n/locales.ts'
import { decideConsent } from './decide-consent.ts'
import { lastDecisions } from './last-decisions.ts'

/**
 * Ends a person's consents to tracking and to sharing for advertising, because their browser says Global Privacy Control
 * or Do Not Track (WBP-08). Recorded as a withdrawal by signal, and told to each recipient as any other; what was never
 * granted stays as it is.
 */
export async function honourSignal(grant: Grant<'consents:honour-signal'>, locale: Locale): Promise<void> {
  const ending = getManifest(grant.brand).purposes.filter(({ endedBySignal }) => endedBySignal)
  if (ending.length === 0) return
  await inScope(grant, async (tx) => {
    const decisions = await lastDecisions(tx, { brand: grant.brand, subject: subjectOf(grant) })
    for (const { key: purpose } of ending)
      if (decisions.some((last) => last.purpose === purpose && last.decision === 'granted'))
        await decideConsent(grant, { purpose, decision: 'withdrawn', locale })
  })
}
