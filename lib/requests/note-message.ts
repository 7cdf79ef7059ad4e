import { type Grant, inScope } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { addEntry } from './add-entry.ts'
import { requestMoved } from './events.ts'
import { isOpen } from './lifecycle.ts'
import { lockRequest, moveRequest } from './move-request.ts'

/** Adds words of whoever asked; after a question it is the brand's turn again. */
export async function noteMessage(
  grant: Grant<'requests:follow' | 'requests:track'>,
  request: string,
  words: string,
): Promise<void> {
  await inScope(grant, async (tx) => {
    const held = await lockRequest(tx, grant, request)
    if (!isOpen(held.state)) throw new Refusal('requests.over')
    const entry = { kind: 'message', words } as const
    if (held.state === 'waiting') return moveRequest(tx, grant, held, { move: 'reply', ...entry })
    await addEntry(tx, grant, held, entry)
    await audit.record(tx, grant, requestMoved(held.id, held.subjectId, 'message'))
  })
}
