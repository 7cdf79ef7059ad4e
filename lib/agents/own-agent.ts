import { type Grant, inScope } from '#lib/access/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'

/**
 * The agent that holds the grant.
 * @throws Refusal `agents.token` once it was withdrawn
 */
export async function ownAgent(grant: Grant<'agents:exercise'>) {
  const { actor, brand } = grant
  const id = actor.kind === 'agent' ? actor.id : null
  const agent =
    id && (await inScope(grant, (tx) => tx.authorisedAgent.findFirst({ where: { id, brand, withdrawnAt: null } })))
  if (!agent) throw new Refusal('agents.token')
  return agent
}

/**
 * Whether the token that made the grant is that of the agent of this name (DRP 2.06).
 * @throws Refusal `agents.token`
 */
export async function holdsToken(grant: Grant<'agents:exercise'>, key: string): Promise<void> {
  if ((await ownAgent(grant)).key !== key) throw new Refusal('agents.token')
}
