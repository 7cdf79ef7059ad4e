import type { Grant } from '#lib/access/index.ts'
import { stepRequest } from '../move-request.ts'
import type { ExplainedStep } from '../schema.ts'
import { handlerOf } from './handler-of.ts'

/**
 * Asks the person something. Only their identity stops the clock; while they think about a question it goes on.
 * @throws Refusal `requests.not_found`, `requests.not_now`, `requests.over`
 */
export async function askPerson(grant: Grant<'requests:handle'>, { request, text }: ExplainedStep): Promise<void> {
  await stepRequest(grant, request, () => ({
    move: 'ask',
    kind: 'question',
    words: text,
    tell: true,
    patch: handlerOf(grant),
  }))
}
