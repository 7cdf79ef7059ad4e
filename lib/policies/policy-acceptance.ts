import { type Grant, inScope, subjectOf } from '#lib/access/index.ts'
import { getManifest, latestOf, type PolicyVersion, policyToAgreeTo } from '#lib/brands/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { policyVersions } from './policy-versions.ts'

/** Where the person stands towards the policy. */
export interface PolicyAcceptanceView {
  readonly inForce: PolicyVersion
  readonly announced: readonly PolicyVersion[]
  /** What was accepted and when, newest first. */
  readonly accepted: readonly { readonly version: string; readonly locale: string; readonly acceptedAt: Date }[]
  /** The latest of the versions that were accepted; null for none. */
  readonly agreed: PolicyVersion | null
  /** A major change came into force that the person has not agreed to (WEA-17). */
  readonly asks: boolean
}

export async function policyAcceptance(
  grant: Grant<'consents:view' | 'overview:view' | 'policies:accept'>,
): Promise<PolicyAcceptanceView> {
  const manifest = getManifest(grant.brand)
  const { inForce, announced } = policyVersions(manifest, clock.now())
  const accepted = await inScope(grant, (tx) =>
    tx.policyAcceptance.findMany({
      where: { brand: grant.brand, subjectId: subjectOf(grant) },
      orderBy: [{ acceptedAt: 'desc' }, { id: 'desc' }],
      take: 50,
      select: { version: true, locale: true, acceptedAt: true },
    }),
  )
  const versions = accepted.map(({ version }) => version)
  return {
    inForce,
    announced,
    accepted,
    agreed: latestOf(manifest, versions),
    asks: policyToAgreeTo(manifest, versions, clock.now()) !== null,
  }
}
