import type { Grant } from '#lib/access/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { stepRequest } from '../move-request.ts'
import type { RefuseRequest } from '../schema.ts'
import { handlerOf } from './handler-of.ts'

/**
 * Refuses for one of the reasons that the brand's policy lists and for no other, explained to the person (WBP-20,
 * ENB-14).
 * @throws Refusal `requests.reason_not_listed`, `requests.not_found`, `requests.not_now`, `requests.over`
 */
export async function refuseRequest(
  grant: Grant<'requests:handle'>,
  { request, reason, text }: RefuseRequest,
): Promise<void> {
  if (!getManifest(grant.brand).refusalReasons.some(({ key }) => key === reason))
    throw new Refusal('requests.reason_not_listed', { field: 'reason' })
  await stepRequest(grant, request, () => ({
    move: 'refuse',
    kind: 'refused',
    words: text,
    tell: true,
    patch: { ...handlerOf(grant), refusalReason: reason },
  }))
}
