import { type Grant, inScope } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { addEntry } from './add-entry.ts'
import { requestMoved } from './events.ts'
import { isOpen } from './lifecycle.ts'
import { lockRequest, moveRequest } from './move-request.ts'
import type { RequestWords } from './schema.ts'

/**
 * The person adds something, or replies to a question; then it is the brand's turn again.
 * @throws Refusal `requests.not_found`, `requests.over`
 */
export async function writeMessage(grant: Grant<'requests:follow'>, { request, text }: RequestWords): Promise<void> {
  await inScope(grant, async (tx) => {
    const held = await lockRequest(tx, grant, request)
    if (!isOpen(held.state)) throw new Refusal('requests.over')
    const entry = { kind: 'message', words: text } as const
    if (held.state === 'waiting') return moveRequest(tx, grant, held, { move: 'reply', ...entry })
    await addEntry(tx, grant, held, entry)
    await audit.record(tx, grant, requestMoved(held.id, held.subjectId, 'message'))
  })
}
