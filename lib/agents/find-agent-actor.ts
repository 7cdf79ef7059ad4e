import { type AgentActor, inScope, systemGrant } from '#lib/access/index.ts'
import { sameBytes, sha256 } from '#lib/platform/crypto/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { readAgentToken } from './agent-token.ts'

/**
 * Which agent an Authorization header is of. It acts for the brand that gave the token, wherever it was sent to; the
 * grant refuses it elsewhere. A wrong token, an old one and that of a withdrawn agent have the same answer.
 * @throws Refusal `agents.token`
 */
export async function findAgentActor(authorization: string | null): Promise<AgentActor> {
  const sent = readAgentToken(authorization)
  if (!sent) throw new Refusal('agents.token')
  // The brand is not known before the token is.
  const grant = systemGrant('door:agents', 'agents:identify', { brand: '' })
  const agent = await inScope(grant, (tx) => tx.authorisedAgent.findUnique({ where: { id: sent.id } }))
  if (!agent?.tokenHash || agent.withdrawnAt || !sameBytes(agent.tokenHash, sha256(sent.secret)))
    throw new Refusal('agents.token')
  return { kind: 'agent', id: agent.id, brand: agent.brand }
}
