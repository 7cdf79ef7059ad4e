import type { Grant } from '#lib/access/index.ts'
import { getAgentRequest } from '#lib/requests/index.ts'
import { type DrpStatus, drpStatus } from './drp-status.ts'

/**
 * How a request stands that the grant's agent sent (DRP 2.02).
 * @throws Refusal `requests.not_found`
 */
export async function requestStatus(grant: Grant<'agents:exercise'>, id: string): Promise<DrpStatus> {
  return drpStatus(grant.brand, await getAgentRequest(grant, id))
}
