import type { Grant } from '#lib/access/index.ts'
import { stepRequest } from '../move-request.ts'
import type { RequestStep } from '../schema.ts'
import { handlerOf } from './handler-of.ts'

/**
 * Takes a request on: the person sees that somebody is at it, and colleagues who.
 * @throws Refusal `requests.not_found`, `requests.not_now`, `requests.over`
 */
export async function takeRequest(grant: Grant<'requests:handle'>, { request }: RequestStep): Promise<void> {
  await stepRequest(grant, request, () => ({ move: 'take', kind: 'taken', patch: handlerOf(grant) }))
}
