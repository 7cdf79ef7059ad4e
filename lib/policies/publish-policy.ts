import { type Grant, inScope } from '#lib/access/index.ts'
import { type Afterwards, defineOperation } from '#lib/approvals/index.ts'
import { audit } from '#lib/audit/index.ts'
import { getManifest, isMajor, type PolicyVersion, policyDigest } from '#lib/brands/index.ts'
import { localDay } from '#lib/platform/calendar/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { isDuplicate } from '#lib/platform/database/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { policyPublished } from './events.ts'
import { loadPublications } from './load-publications.ts'
import { PublishPolicy } from './schema.ts'

/**
 * Publishes a draft: from now on it is among the brand's policies, announced until it takes effect. It is the text that
 * was approved, or nothing.
 * @throws Refusal `policies.no_draft`, `policies.draft_changed`, `policies.too_late`
 */
async function publishPolicy(grant: Grant<'policies:publish'>, input: PublishPolicy): Promise<Afterwards> {
  const policy = requireDraft(grant.brand, input)
  const { approval } = grant
  if (!approval) throw new Error('a policy was about to be published by one person')
  try {
    await inScope(grant, async (tx) => {
      await tx.policyPublication.create({
        data: {
          brand: grant.brand,
          version: policy.version,
          textHash: Buffer.from(input.textHash, 'hex'),
          approvalId: approval,
          publishedAt: clock.now(),
        },
        select: { version: true },
      })
      await audit.record(tx, grant, policyPublished(policy.version))
    })
  } catch (fault) {
    if (isDuplicate(fault)) throw new Refusal('policies.no_draft')
    throw fault
  }
  return loadPublications
}

function requireDraft(brand: string, { version, textHash }: PublishPolicy): PolicyVersion {
  const manifest = getManifest(brand)
  const policy = manifest.drafts.find((draft) => draft.version === version)
  if (!policy) throw new Refusal('policies.no_draft')
  if (policyDigest(policy) !== textHash) throw new Refusal('policies.draft_changed')
  // A major change is announced before it takes effect, and everything is published before it does.
  const today = localDay(clock.now(), manifest.zone)
  if (policy.effectiveOn < today || (isMajor(policy) && policy.effectiveOn === today))
    throw new Refusal('policies.too_late')
  return policy
}

/** Publishing a version of the policy, once a colleague approves its text (ENB-09). */
export const publishPolicyOperation = defineOperation({
  kind: 'policies.publish',
  permission: 'policies:publish',
  input: PublishPolicy,
  async about(_, { brand }, input) {
    const { version, effectiveOn } = requireDraft(brand, input)
    return { summary: { version, effectiveOn }, href: `/staff/policies/${brand}/${encodeURIComponent(version)}` }
  },
  run: publishPolicy,
})
