import { v7 as uuid } from 'uuid'
import { type Grant, inScope } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { sha256 } from '#lib/platform/crypto/index.ts'
import { newApiKeyText } from './api-key-text.ts'
import { apiKeyMade } from './events.ts'

/** Makes a key by which a sender may write to the intake of the brand. Its text is answered once and kept nowhere. */
export async function makeApiKey(
  grant: Grant<'intake:keys'>,
  input: { readonly name: string },
): Promise<{ id: string; key: string }> {
  const id = uuid()
  const { text, secret } = newApiKeyText(id)
  await inScope(grant, async (tx) => {
    const row = { id, brand: grant.brand, name: input.name, keyHash: sha256(secret), createdAt: clock.now() }
    await tx.apiKey.create({ data: row, select: { id: true } })
    await audit.record(tx, grant, apiKeyMade(id))
  })
  return { id, key: text }
}
