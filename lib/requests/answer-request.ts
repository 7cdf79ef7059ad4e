import type { Grant } from '#lib/access/index.ts'
import { handlerOf } from './handler-of.ts'
import { stepRequest } from './move-request.ts'
import type { ExplainedStep } from './schema.ts'

/**
 * Answers a request whose person is known, and it is over.
 * @throws Refusal `requests.not_found`, `requests.not_now`, `requests.over`
 */
export async function answerRequest(grant: Grant<'requests:handle'>, { request, text }: ExplainedStep): Promise<void> {
  await stepRequest(grant, request, () => ({
    move: 'answer',
    kind: 'answered',
    words: text,
    tell: true,
    patch: handlerOf(grant),
  }))
}
