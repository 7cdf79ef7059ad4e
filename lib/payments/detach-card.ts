import { type Grant, inScope } from '#lib/access/index.ts'
import type { Answer } from './providers/provider.ts'
import { providerOf } from './providers/provider-of.ts'
import { PROVIDERS } from './schema.ts'

/** Makes the provider give up a card that was removed here; done already, it is answered the same. */
export async function detachCard(grant: Grant<'cards:detach'>, cardId: string): Promise<Answer<null>> {
  const card = await inScope(grant, (tx) => tx.savedCard.findUnique({ where: { id: cardId } }))
  const key = PROVIDERS.find((provider) => provider === card?.provider)
  const forget = key && providerOf(key).forgetCard
  return card && forget ? forget(card) : { ok: true, value: null }
}
