import { type Grant, inScope } from '#lib/access/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { resumeClock } from './answer-clock.ts'
import { lockRequest, moveRequest, provenMove } from './move-request.ts'
import type { RequestStep } from './schema.ts'

/**
 * The person has just proven who they are (the grant needs it): the clock begins, or goes on with what was left of it.
 * @throws Refusal `requests.not_found`, `requests.not_now`
 */
export async function showIdentity(grant: Grant<'requests:show-identity'>, { request }: RequestStep): Promise<void> {
  await inScope(grant, async (tx) => {
    const held = await lockRequest(tx, grant, request)
    const patch = resumeClock(held, getManifest(grant.brand))
    await moveRequest(tx, grant, held, { move: provenMove(held), kind: 'identity_shown', tell: true, patch })
  })
}
