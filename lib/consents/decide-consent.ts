import { inScope, subjectOf } from '#lib/access/index.ts'
import { getManifest, type Purpose } from '#lib/brands/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { concernedBy } from './concerned.ts'
import { consentNotice } from './consent-notice.ts'
import { lastDecisions } from './last-decisions.ts'
import { type DecidingGrant, decisionAfter, oneAtATime, recordDecision } from './record-decision.ts'
import type { DecideConsent, Decision } from './schema.ts'

/**
 * Records what the person decided about one optional purpose, with the exact text that was shown and the policy
 * version in force. Rows are only ever added; the same decision twice adds nothing. It counts at once (ECH-07, WEA-01),
 * and a yes or a withdrawal is told to each recipient that the purpose concerns (WEA-14).
 * @throws Refusal `consents.not_found` for a purpose the brand does not have, `consents.not_optional` for one that is
 *   not a matter of consent, `consents.text_changed` where the text shown is not the text of today
 */
export async function decideConsent(
  grant: DecidingGrant,
  input: DecideConsent,
): Promise<{ decision: Decision; changed: boolean }> {
  const manifest = getManifest(grant.brand)
  const purpose = optionalPurpose(manifest.purposes, input.purpose)
  const notice = consentNotice(purpose, input.locale)
  if (input.shown && input.shown !== notice.hash.toString('hex')) throw new Refusal('consents.text_changed')
  return inScope(grant, async (tx) => {
    const of = { brand: grant.brand, subject: subjectOf(grant) }
    await oneAtATime(tx, of.subject)
    const [last] = await lastDecisions(tx, of, purpose.key)
    const decision = decisionAfter(last?.decision, input.decision === 'granted')
    if (!decision) return { decision: last?.decision ?? input.decision, changed: false }
    await recordDecision(tx, grant, {
      purpose: purpose.key,
      decision,
      locale: input.locale,
      words: notice,
      // Who never got a yes has nothing to stop, and is not told whose no it was.
      tell: decision === 'refused' ? [] : concernedBy(manifest, purpose.key),
    })
    return { decision, changed: true }
  })
}

function optionalPurpose(purposes: readonly Purpose[], key: string): Purpose {
  const purpose = purposes.find((entry) => entry.key === key)
  if (!purpose) throw new Refusal('consents.not_found')
  if (purpose.kind !== 'optional') throw new Refusal('consents.not_optional')
  return purpose
}
