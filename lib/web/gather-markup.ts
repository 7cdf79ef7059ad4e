import { AsyncLocalStorage } from 'node:async_hooks'
import type { IncomingMessage } from 'node:http'
import { gatherBy } from './document-markup.ts'

const gathering = new AsyncLocalStorage<string[]>()
gatherBy(gathering)

/**
 * Answers a request so that a document carries what is static in it once, as markup, and not a second time as data for
 * the browser (decision 0022). Whoever asks for data only, on the way between pages or after an action, has no document
 * to find it in and gets it whole.
 */
export function gatherMarkup<Answer>({ headers }: Pick<IncomingMessage, 'headers'>, answer: () => Answer): Answer {
  const dataOnly = headers.rsc !== undefined || headers['next-action'] !== undefined
  return dataOnly ? answer() : gathering.run([], answer)
}
