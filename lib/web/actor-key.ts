import type { Actor } from '#lib/access/index.ts'
import { networkOf } from '#lib/platform/network/index.ts'
import { clientAddress } from './client-address.ts'

/**
 * For whom attempts are counted: whoever is signed in, else the address. Many people share one address (a household, a
 * whole network of telephones), and none of them may use up what another may still do.
 */
export async function actorKey(actor: Actor): Promise<string> {
  return 'id' in actor ? `${actor.kind}:${actor.id}` : networkOf(await clientAddress())
}
