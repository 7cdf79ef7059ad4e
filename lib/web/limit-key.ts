import type { Actor, Permission, RateLimit } from '#lib/access/index.ts'
import { networkOf } from '#lib/platform/network/index.ts'
import { clientAddress } from './client-address.ts'

/**
 * Under what attempts are counted: the permission, its limit, since doors of one permission with limits of their own are
 * counted apart, and whoever is signed in, else the network. Many people share an address (a household, a whole network
 * of telephones), and none of them may use up what another may still do.
 */
export async function limitKey(permission: Permission, actor: Actor, { times, minutes }: RateLimit): Promise<string> {
  const who = 'id' in actor ? `${actor.kind}:${actor.id}` : networkOf(await clientAddress())
  return `${permission} ${times}/${minutes} ${who}`
}
