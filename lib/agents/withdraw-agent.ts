import { type Grant, inScope } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { agentWithdrawn } from './events.ts'
import type { AgentStep } from './schema.ts'

/**
 * Ends what an agent may do: its token at once, and nothing it signs counts any more. What its people confirmed goes on.
 * @throws Refusal `agents.not_found`
 */
export async function withdrawAgent(grant: Grant<'agents:register'>, { agent }: AgentStep): Promise<void> {
  await inScope(grant, async (tx) => {
    const { count } = await tx.authorisedAgent.updateMany({
      where: { id: agent, brand: grant.brand, withdrawnAt: null },
      data: { withdrawnAt: clock.now(), tokenHash: null },
    })
    if (count === 0) throw new Refusal('agents.not_found')
    await audit.record(tx, grant, agentWithdrawn(agent))
  })
}
