import { type Grant, inScope, subjectOf } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { getManifest, policyText } from '#lib/brands/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { sha256 } from '#lib/platform/crypto/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { policyAccepted } from './events.ts'
import { policyVersions } from './policy-versions.ts'
import type { AcceptPolicy } from './schema.ts'

/**
 * Records that the person agrees to a version of the policy, in force or announced. Accepting one again adds nothing.
 * @throws Refusal `policies.not_in_force` for a version of the past, or none of this brand's
 */
export async function acceptPolicy(grant: Grant<'policies:accept'>, input: AcceptPolicy): Promise<void> {
  const { inForce, announced } = policyVersions(getManifest(grant.brand), clock.now())
  const policy = [inForce, ...announced].find(({ version }) => version === input.version)
  if (!policy) throw new Refusal('policies.not_in_force')
  await inScope(grant, async (tx) => {
    const of = { brand: grant.brand, subjectId: subjectOf(grant) }
    const before = await tx.policyAcceptance.findFirst({
      where: { ...of, version: policy.version },
      select: { id: true },
    })
    if (before) return
    await tx.policyAcceptance.create({
      data: {
        ...of,
        version: policy.version,
        locale: input.locale,
        textHash: sha256(policyText(policy, input.locale)),
        acceptedAt: clock.now(),
      },
      select: { id: true },
    })
    await audit.record(tx, grant, policyAccepted(policy.version))
  })
}
