import { type ApiKeyActor, inScope, systemGrant } from '#lib/access/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { sameBytes, sha256 } from '#lib/platform/crypto/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { readApiKey } from './api-key-text.ts'

// Written at most once a minute, so that a busy sender does not lock its own key's row.
const USED_EVERY_MINUTES = 1

/**
 * Who sends an Authorization header. The actor is of the key's own brand, wherever it was sent to: the grant refuses
 * it elsewhere. A wrong key, a revoked one and none at all have the same answer.
 * @throws Refusal `intake.key_wrong`
 */
export async function findApiKeyActor(authorization: string | null): Promise<ApiKeyActor> {
  const sent = readApiKey(authorization)
  if (!sent) throw new Refusal('intake.key_wrong')
  // The brand is not known before the key is.
  const grant = systemGrant('door:intake', 'intake:keys', { brand: '' })
  return inScope(grant, async (tx) => {
    const key = await tx.apiKey.findUnique({ where: { id: sent.id } })
    if (!key || key.revokedAt || !sameBytes(key.keyHash, sha256(sent.secret))) throw new Refusal('intake.key_wrong')
    if (!key.lastUsedAt || key.lastUsedAt < clock.inMinutes(-USED_EVERY_MINUTES))
      await tx.apiKey.update({ where: { id: key.id }, data: { lastUsedAt: clock.now() }, select: { id: true } })
    return { kind: 'api_key', id: key.id, brand: key.brand }
  })
}
