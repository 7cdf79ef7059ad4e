import { inScope, systemGrant } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { apiKeyMade } from '#lib/intake/events.ts'
import { sha256 } from '#lib/platform/crypto/index.ts'
import { DEMO_API_KEYS } from './accounts.ts'

/** The brand's key to its intake, whose text is the same in every demo. */
export async function seedApiKey(brand: string): Promise<void> {
  const key = DEMO_API_KEYS[brand]
  if (!key) return
  const grant = systemGrant('demo:seed', 'intake:keys', { brand })
  await inScope(grant, async (tx) => {
    const row = { id: key.id, brand, name: 'Demo', keyHash: sha256(key.secret) }
    const { count } = await tx.apiKey.createMany({ data: row, skipDuplicates: true })
    if (count > 0) await audit.record(tx, grant, apiKeyMade(key.id))
  })
}
