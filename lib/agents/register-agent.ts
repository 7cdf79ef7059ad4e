import { v7 as uuid } from 'uuid'
import { type Grant, inScope } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { isDuplicate } from '#lib/platform/database/index.ts'
import { environment } from '#lib/platform/environment.ts'
import { isInnerHost } from '#lib/platform/network/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { agentRegistered } from './events.ts'
import type { RegisterAgent } from './schema.ts'

/**
 * Lets an agent ask for the people of a brand, by the key with which it signs.
 * @throws Refusal `agents.known_already`, `agents.callback_open` for an address without encryption, `agents.callback_inner`
 *   for one of our own network
 */
export async function registerAgent(grant: Grant<'agents:register'>, input: RegisterAgent): Promise<string> {
  const id = uuid()
  const { callbackOrigin } = input
  // The stand-in of an agent lives on the machine of the demo.
  if (callbackOrigin && environment().OPENBOOK_MODE !== 'demo') {
    if (!callbackOrigin.startsWith('https:')) throw new Refusal('agents.callback_open', { field: 'callbackOrigin' })
    if (isInnerHost(callbackOrigin)) throw new Refusal('agents.callback_inner', { field: 'callbackOrigin' })
  }
  const verifyKey = Buffer.from(input.verifyKey, 'base64')
  try {
    await inScope(grant, async (tx) => {
      await tx.authorisedAgent.create({
        data: { ...input, id, brand: grant.brand, verifyKey, registeredAt: clock.now() },
        select: { id: true },
      })
      await audit.record(tx, grant, agentRegistered(id))
    })
  } catch (fault) {
    throw isDuplicate(fault) ? new Refusal('agents.known_already', { field: 'key' }) : fault
  }
  return id
}
