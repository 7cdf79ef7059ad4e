import { type Grant, inScope, subjectOf } from '#lib/access/index.ts'
import { getManifest, type Manifest, type PolicyVersion } from '#lib/brands/index.ts'
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
  return {
    inForce,
    announced,
    accepted,
    asks: asksAgain(
      manifest,
      inForce,
      accepted.map(({ version }) => version),
    ),
  }
}

/** Whether a material version lies between the latest one accepted and the one in force. */
function asksAgain(manifest: Manifest, inForce: PolicyVersion, accepted: readonly string[]): boolean {
  const days = manifest.policies
    .filter(({ version }) => accepted.includes(version))
    .map(({ effectiveOn }) => effectiveOn)
  const latest = days.toSorted().at(-1)
  if (latest === undefined) return true
  return manifest.policies.some(
    (policy) => policy.material && policy.effectiveOn > latest && policy.effectiveOn <= inForce.effectiveOn,
  )
}
