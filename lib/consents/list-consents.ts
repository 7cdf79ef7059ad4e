import { type Grant, inScope, subjectOf } from '#lib/access/index.ts'
import { getManifest, type Purpose } from '#lib/brands/index.ts'
import type { Locale } from '#lib/platform/i18n/locales.ts'
import { consentNotice } from './consent-notice.ts'
import { type LastDecision, lastDecisions } from './last-decisions.ts'

/** A purpose of the brand as the person decides about it. */
export interface ConsentView {
  readonly purpose: string
  readonly kind: Purpose['kind']
  readonly legalBasis: Purpose['legalBasis']
  readonly name: string
  readonly notice: string
  readonly consequence: string
  /** To be sent back with the decision: which text was read. */
  readonly shown: string
  readonly granted: boolean
  /** The decision in force; null where nothing was decided, which means no. */
  readonly last: Omit<LastDecision, 'purpose'> | null
}

/** Every purpose of the brand in the order of its manifest, optional ones with what the person decided. */
export async function listConsents(
  grant: Grant<'consents:view' | 'overview:view' | 'account:cancel'>,
  locale: Locale,
): Promise<ConsentView[]> {
  const decisions = await inScope(grant, (tx) => lastDecisions(tx, { brand: grant.brand, subject: subjectOf(grant) }))
  const lastOf = new Map(decisions.map(({ purpose, ...last }) => [purpose, last]))
  return getManifest(grant.brand).purposes.map((purpose) => {
    const { name, notice, consequence, hash } = consentNotice(purpose, locale)
    const last = purpose.kind === 'optional' ? (lastOf.get(purpose.key) ?? null) : null
    return {
      purpose: purpose.key,
      kind: purpose.kind,
      legalBasis: purpose.legalBasis,
      name,
      notice,
      consequence,
      shown: hash.toString('hex'),
      granted: purpose.kind !== 'optional' || last?.decision === 'granted',
      last,
    }
  })
}
