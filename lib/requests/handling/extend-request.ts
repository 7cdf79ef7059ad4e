import { type Grant, inScope } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { addEntry } from '../add-entry.ts'
import { extendClock, hasRunOut } from '../answer-clock.ts'
import { requestMoved } from '../events.ts'
import { isDecidable, isOpen } from '../lifecycle.ts'
import { lockRequest } from '../move-request.ts'
import type { ExplainedStep } from '../schema.ts'

/**
 * Gives the brand its days to answer once more: once, with a reason that the person reads, and only before they are over.
 * @throws Refusal `requests.not_found`, `requests.extended_already`, `requests.clock_over`, `requests.not_now`,
 *   `requests.over`
 */
export async function extendRequest(grant: Grant<'requests:handle'>, { request, text }: ExplainedStep): Promise<void> {
  await inScope(grant, async (tx) => {
    const held = await lockRequest(tx, grant, request)
    if (!isDecidable(held.state)) throw new Refusal(isOpen(held.state) ? 'requests.not_now' : 'requests.over')
    if (held.extendedAt) throw new Refusal('requests.extended_already')
    if (hasRunOut(held)) throw new Refusal('requests.clock_over')
    await tx.rightsRequest.updateMany({
      where: { id: held.id, brand: held.brand },
      data: { ...extendClock(held, getManifest(grant.brand)), extendedAt: clock.now() },
    })
    await addEntry(tx, grant, held, { kind: 'extended', words: text, tell: true })
    await audit.record(tx, grant, requestMoved(held.id, held.subjectId, 'extended'))
  })
}
