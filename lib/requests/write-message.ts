import type { Grant } from '#lib/access/index.ts'
import { noteMessage } from './note-message.ts'
import type { RequestWords } from './schema.ts'

/**
 * The person adds something, or replies to a question; then it is the brand's turn again.
 * @throws Refusal `requests.not_found`, `requests.over`
 */
export async function writeMessage(grant: Grant<'requests:follow'>, { request, text }: RequestWords): Promise<void> {
  await noteMessage(grant, request, text)
}
