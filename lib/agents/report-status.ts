import { type Grant, inScope } from '#lib/access/index.ts'
import { findReported } from '#lib/requests/index.ts'
import { drpStatus } from './drp-status.ts'

const PATIENCE = 15_000

/**
 * Tells an agent how a request stands now, where it asked for that (DRP 2.03). The newest status goes out however often
 * it is called; what is not taken is tried again by the queue. Redirects are not followed: the address is the one that
 * was agreed.
 */
export async function reportStatus(
  grant: Grant<'agents:report'>,
  { request: id }: { readonly request: string },
): Promise<void> {
  const request = await findReported(grant, id)
  if (!request?.callback) return
  const where = { id: request.agentId, brand: grant.brand, withdrawnAt: null }
  const agent = await inScope(grant, (tx) => tx.authorisedAgent.findFirst({ where, select: { callbackOrigin: true } }))
  if (agent?.callbackOrigin !== new URL(request.callback).origin) return
  const answer = await fetch(request.callback, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(drpStatus(grant.brand, request)),
    redirect: 'manual',
    signal: AbortSignal.timeout(PATIENCE),
  })
  await answer.body?.cancel()
  if (!answer.ok) throw new Error(`the agent answered ${answer.status}`)
}
