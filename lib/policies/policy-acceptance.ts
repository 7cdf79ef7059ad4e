import { type Grant, inScope, subjectOf } from '#lib/access/index.ts'
import { getManifest, type PolicyVersion, policyToAgreeTo } from '#lib/brands/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { policyVersions } from './policy-versions.ts'

/** Where the person stands towards the policy. */
export interface PolicyAcceptanceView {
  readonly inForce: PolicyVersion
  readonly announced: readonly PolicyVersion[]
  /** What was accepted and when, newest first. */
  readonly accepted: readonly { readonly version: string; readonly locale: string; readonly acceptedAt: Date }[]
  /** A material change came into force that the person has not agreed to (WEA-17). */
  readonly asks: boolean
}

export async function policyAcceptance(grant: Grant<'consents:view' | 'overview:view'>): Promise<PolicyAcceptanceView> {
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
  return { inForce, announced, accepted, asks: policyToAgreeTo(manifest, versions, clock.now()) !== null }
}
