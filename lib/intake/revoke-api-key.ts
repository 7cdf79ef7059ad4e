import { type Grant, inScope } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { apiKeyRevoked } from './events.ts'

/**
 * Ends a key: the next request with it is refused.
 * @throws Refusal `intake.key_not_found`
 */
export async function revokeApiKey(grant: Grant<'intake:keys'>, input: { readonly id: string }): Promise<void> {
  await inScope(grant, async (tx) => {
    const { count } = await tx.apiKey.updateMany({
      where: { id: input.id, brand: grant.brand, revokedAt: null },
      data: { revokedAt: clock.now() },
    })
    if (count === 0) throw new Refusal('intake.key_not_found')
    await audit.record(tx, grant, apiKeyRevoked(input.id))
  })
}
