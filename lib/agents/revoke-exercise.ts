import type { Grant } from '#lib/access/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { withdrawAgentRequest } from '#lib/requests/index.ts'
import type { DrpStatus } from './drp-status.ts'
import { Revocation } from './message.ts'
import { openMessage } from './open-message.ts'
import { ownAgent } from './own-agent.ts'
import { requestStatus } from './request-status.ts'

/**
 * Takes back a request because its person told the agent so (DRP 2.04). The signed message names neither request nor
 * time, so that repeating it has to change nothing: it takes back what is taken back already.
 * @throws Refusal as `openMessage` does; `agents.malformed`, `requests.not_found`, `requests.over`
 */
export async function revokeExercise(
  grant: Grant<'agents:exercise'>,
  { request, body }: { readonly request: string; readonly body: string },
): Promise<DrpStatus> {
  const { verifyKey } = await ownAgent(grant)
  const parsed = Revocation.safeParse(openMessage(body, verifyKey).content)
  if (!parsed.success) throw new Refusal('agents.malformed')
  await withdrawAgentRequest(grant, { request, reason: parsed.data.reason || undefined })
  return requestStatus(grant, request)
}
