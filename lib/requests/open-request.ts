import { v7 as uuid } from 'uuid'
import { type Actor, type Grant, inScope, STEP_UP_MINUTES, subjectOf } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { addEntry } from './add-entry.ts'
import { startClock } from './answer-clock.ts'
import { countRepeats } from './count-repeats.ts'
import { requestOpened } from './events.ts'
import { REQUEST_MOVES } from './lifecycle.ts'
import type { OpenRequest, RequestKind } from './schema.ts'
import { sealText } from './sealed-text.ts'

/** Something leaves or goes with these: who asks has just proven who they are, or is asked to. */
const NEEDS_PROOF: ReadonlySet<RequestKind> = new Set(['access', 'portability', 'deletion'])

/**
 * Opens a request of a signed-in person (WEA-16). To be signed in is proof enough, and the clock runs, except where
 * something would leave or be erased: then a sign-in of the last minutes is, and without one the request waits for it.
 * @throws Refusal `requests.ground_missing` for a deletion that names none of the brand's grounds (WBP-16)
 */
export async function openRequest(
  grant: Grant<'requests:open'>,
  input: OpenRequest,
): Promise<{ id: string; dueAt: Date | null }> {
  const { answerDays, deletionGrounds } = getManifest(grant.brand)
  const ground = input.kind === 'deletion' ? (input.ground ?? '') : null
  if (ground !== null && !deletionGrounds.some(({ key }) => key === ground))
    throw new Refusal('requests.ground_missing', { field: 'ground' })
  const proven = !NEEDS_PROOF.has(input.kind) || isFresh(grant.actor)
  const { to: state } = REQUEST_MOVES[proven ? 'open' : 'openUnproven']
  const started = proven ? startClock(answerDays) : { dueAt: null }
  const of = { id: uuid(), brand: grant.brand, subjectId: subjectOf(grant) }
  await inScope(grant, async (tx) => {
    await tx.rightsRequest.create({
      data: {
        ...of,
        ...started,
        kind: input.kind,
        state,
        ground,
        repeats: await countRepeats(tx, of, input.kind),
        sealedText: sealText('rights_request', of.id, input.text),
        openedAt: clock.now(),
      },
      select: { id: true },
    })
    await addEntry(tx, grant, of, { kind: 'opened', tell: proven })
    if (!proven) await addEntry(tx, grant, of, { kind: 'identity_asked', tell: true })
    await audit.record(tx, grant, requestOpened(of.id, input.kind))
  })
  return { id: of.id, dueAt: started.dueAt }
}

function isFresh(actor: Actor): boolean {
  return actor.kind === 'person' && actor.authenticatedAt >= clock.inMinutes(-STEP_UP_MINUTES)
}
