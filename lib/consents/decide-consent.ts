import { type Grant, inScope, subjectOf } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { getManifest, type Purpose, policyInForce } from '#lib/brands/index.ts'
import { clock } from '#lib/platform/clock.ts'
import type { Tx } from '#lib/platform/database/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { consentNotice } from './consent-notice.ts'
import { consentDecided } from './events.ts'
import { lastDecisions } from './last-decisions.ts'
import type { DecideConsent, Decision } from './schema.ts'

/**
 * Records what the person decided about one optional purpose, with the exact text that was shown and the policy
 * version in force. Rows are only ever added; the same decision twice adds nothing. It counts at once (ECH-07, WEA-01).
 * @throws Refusal `consents.not_found` for a purpose the brand does not have, `consents.not_optional` for one that is
 *   not a matter of consent, `consents.text_changed` where the text shown is not the text of today
 */
export async function decideConsent(
  grant: Grant<'consents:decide' | 'inventory:delete' | 'account:cancel'>,
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
    await tx.noticeText.createMany({ data: { hash: notice.hash, text: notice.text }, skipDuplicates: true })
    const now = clock.now()
    await tx.consentRecord.create({
      data: {
        brand: of.brand,
        subjectId: of.subject,
        purpose: purpose.key,
        decision,
        noticeVersion: policyInForce(manifest, now).version,
        locale: input.locale,
        textHash: notice.hash,
        decidedAt: now,
      },
      select: { id: true },
    })
    await audit.record(tx, grant, consentDecided(purpose.key, decision))
    return { decision, changed: true }
  })
}

function optionalPurpose(purposes: readonly Purpose[], key: string): Purpose {
  const purpose = purposes.find((entry) => entry.key === key)
  if (!purpose) throw new Refusal('consents.not_found')
  if (purpose.kind !== 'optional') throw new Refusal('consents.not_optional')
  return purpose
}

/** What is to be recorded, or null where nothing changes. A no after a yes is a withdrawal. */
function decisionAfter(last: Decision | undefined, yes: boolean): Decision | null {
  if (yes) return last === 'granted' ? null : 'granted'
  if (last === undefined) return 'refused'
  return last === 'granted' ? 'withdrawn' : null
}

// A form sent twice at once must not leave two rows.
async function oneAtATime(tx: Tx, subject: string) {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`consents ${subject}`}, 0))`
}
