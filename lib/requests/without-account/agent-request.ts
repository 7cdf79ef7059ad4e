import { type Grant, inScope } from '#lib/access/index.ts'
import type { Prisma, Tx } from '#lib/platform/database/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { lockRequest, moveRequest } from '../move-request.ts'
import { toDetail } from '../request-view.ts'
import type { RequestDetail } from '../schema.ts'

/** A request as the agent that sent it follows it. */
export interface AgentRequest extends RequestDetail {
  readonly agentId: string
  readonly ref: string | null
  readonly callback: string | null
}

type Row = Prisma.RightsRequestGetPayload<object>

/**
 * The request that the grant's agent sent.
 * @throws Refusal `requests.not_found`, the same for what another agent or a person sent
 */
export async function getAgentRequest(grant: Grant<'agents:exercise'>, id: string): Promise<AgentRequest> {
  return inScope(grant, async (tx) => {
    const row = await tx.rightsRequest.findFirst({ where: { id, brand: grant.brand, agentId: agentOf(grant) } })
    if (!row) throw new Refusal('requests.not_found')
    return read(tx, row)
  })
}

/** A request of an agent that wants to be told of it; null where nobody does, or no more. */
export async function findReported(grant: Grant<'agents:report'>, id: string): Promise<AgentRequest | null> {
  return inScope(grant, async (tx) => {
    const where = { id, brand: grant.brand, agentId: { not: null }, agentCallback: { not: null } }
    const row = await tx.rightsRequest.findFirst({ where })
    return row && read(tx, row)
  })
}

/**
 * The agent takes the request back as its person told it to. Taking it back again changes nothing.
 * @throws Refusal `requests.not_found`, `requests.over` where it ended in another way
 */
export async function withdrawAgentRequest(
  grant: Grant<'agents:exercise'>,
  { request, reason }: { readonly request: string; readonly reason?: string | undefined },
): Promise<void> {
  await inScope(grant, async (tx) => {
    const held = await lockRequest(tx, grant, request)
    if (held.agentId !== agentOf(grant)) throw new Refusal('requests.not_found')
    if (held.state === 'withdrawn') return
    await moveRequest(tx, grant, held, { move: 'withdraw', kind: 'withdrawn', words: reason, tell: true })
  })
}

async function read(tx: Tx, row: Row): Promise<AgentRequest> {
  const entries = await tx.requestEntry.findMany({
    where: { brand: row.brand, requestId: row.id },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  })
  return {
    ...toDetail(row, entries),
    agentId: row.agentId ?? '',
    ref: row.agentRequestRef,
    callback: row.agentCallback,
  }
}

function agentOf({ actor }: Grant<'agents:exercise'>): string {
  if (actor.kind !== 'agent') throw new Error('agents alone hold this grant')
  return actor.id
}
