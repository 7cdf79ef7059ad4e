import type { Grant } from '#lib/access/index.ts'
import type { Step } from '../move-request.ts'
import { handlerOf } from './handler-of.ts'

/** The step by which a request is answered in words that its person is told. */
export function answering(
  grant: Grant<'requests:handle' | 'requests:correct' | 'requests:erase'>,
  words: string,
): Step {
  return { move: 'answer', kind: 'answered', words, tell: true, patch: handlerOf(grant) }
}
