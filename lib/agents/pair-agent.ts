import { type Grant, inScope } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { sha256 } from '#lib/platform/crypto/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { newAgentToken } from './agent-token.ts'
import { checkEnvelope } from './check-envelope.ts'
import { agentPaired } from './events.ts'
import { openMessage } from './open-message.ts'
import { rememberMessage } from './remember-message.ts'

/**
 * Gives an agent that signs with its registered key a token for this brand (DRP 2.05). The one before it ends. The token
 * is answered once and kept nowhere.
 * @throws Refusal `agents.unknown`, and as `openMessage`, `checkEnvelope` and `rememberMessage` do
 */
export async function pairAgent(
  grant: Grant<'agents:pair'>,
  { agent: key, body }: { readonly agent: string; readonly body: string },
): Promise<{ readonly 'agent-id': string; readonly token: string }> {
  const { brand } = grant
  return inScope(grant, async (tx) => {
    const agent = await tx.authorisedAgent.findFirst({ where: { brand, key, withdrawnAt: null } })
    if (!agent) throw new Refusal('agents.unknown')
    const { content, signed } = openMessage(body, agent.verifyKey)
    const { expiresAt } = checkEnvelope(content, { key, brand })
    await rememberMessage(tx, { agentId: agent.id, signed, expiresAt })
    const { text, secret } = newAgentToken(agent.id)
    await tx.authorisedAgent.updateMany({
      where: { id: agent.id, brand, withdrawnAt: null },
      data: { tokenHash: sha256(secret), pairedAt: clock.now() },
    })
    await audit.record(tx, grant, agentPaired(agent.id))
    return { 'agent-id': key, token: text }
  })
}
