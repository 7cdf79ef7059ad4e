import type { Grant } from '#lib/access/index.ts'
import { pauseClock } from '../answer-clock.ts'
import { stepRequest } from '../move-request.ts'
import type { ExplainedStep } from '../schema.ts'
import { handlerOf } from './handler-of.ts'

/**
 * Asks the person to show once more who they are. The clock stands still until they did (WBP-19).
 * @throws Refusal `requests.not_found`, `requests.not_now`, `requests.over`
 */
export async function askIdentity(grant: Grant<'requests:handle'>, { request, text }: ExplainedStep): Promise<void> {
  await stepRequest(grant, request, (held) => ({
    move: 'askIdentity',
    kind: 'identity_asked',
    words: text,
    tell: true,
    patch: { ...pauseClock(held), ...handlerOf(grant) },
  }))
}
