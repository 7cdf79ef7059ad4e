import { inScope, systemGrant } from '#lib/access/index.ts'
import { approveOperation, requestApproval } from '#lib/approvals/index.ts'
import { getManifest, policyDigest } from '#lib/brands/index.ts'
import { loadPublications, publishPolicyOperation } from '#lib/policies/index.ts'
import { operatorGrant, securityGrant } from './acting.ts'
import { heldAt } from './holding-time.ts'

/** Drafts on which two people agreed on the day they were written; those of other brands still wait for that. */
const PUBLISHED: Readonly<Record<string, string>> = { energybilling: '3.0' }

/** Dana asks for a version to be published, and Sol agrees; broken off in between, it goes on from there. */
export async function seedPublication(brand: string): Promise<void> {
  await loadPublications()
  const draft = getManifest(brand).drafts.find(({ version }) => version === PUBLISHED[brand])
  if (!draft) return
  const input = { version: draft.version, textHash: policyDigest(draft) }
  await heldAt(new Date(`${draft.updatedOn}T02:00:00Z`), async () => {
    const approval =
      (await findAsked(brand)) ??
      (await requestApproval(operatorGrant('approvals:request', brand), publishPolicyOperation, {
        input,
        reason: 'Logs are to be kept for half a year only',
      }))
    await approveOperation(securityGrant('approvals:decide', brand), [publishPolicyOperation], { approval })
  })
}

async function findAsked(brand: string): Promise<string | null> {
  const where = { brand, kind: publishPolicyOperation.kind, state: 'requested' }
  const row = await inScope(systemGrant('demo:seed', 'demo:seed', { brand }), (tx) =>
    tx.approval.findFirst({ where, select: { id: true } }),
  )
  return row?.id ?? null
}
