import { type Grant, inScope } from '#lib/access/index.ts'
import { sha256 } from '#lib/platform/crypto/index.ts'
import type { AgentView } from './schema.ts'

/** The agents that a brand knows or knew, those that still count first. */
export async function listAgents(grant: Grant<'agents:register'>): Promise<AgentView[]> {
  const rows = await inScope(grant, (tx) =>
    tx.authorisedAgent.findMany({
      where: { brand: grant.brand },
      omit: { tokenHash: true },
      orderBy: [{ withdrawnAt: { sort: 'desc', nulls: 'first' } }, { name: 'asc' }],
    }),
  )
  return rows.map(({ brand: _, verifyKey, ...row }) => ({
    ...row,
    fingerprint: sha256(verifyKey).toString('hex').slice(0, 16),
  }))
}
