import type { Grant } from '#lib/access/index.ts'
import { stepRequest } from '../move-request.ts'
import type { ExplainedStep } from '../schema.ts'
import { answering } from './answering.ts'

/**
 * Answers a request whose person is known, and it is over.
 * @throws Refusal `requests.not_found`, `requests.not_now`, `requests.over`
 */
export async function answerRequest(grant: Grant<'requests:handle'>, { request, text }: ExplainedStep): Promise<void> {
  await stepRequest(grant, request, () => answering(grant, text))
}
