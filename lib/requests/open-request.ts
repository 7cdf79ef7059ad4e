import { v7 as uuid } from 'uuid'
import { type Actor, type Grant, inScope, STEP_UP_MINUTES, subjectOf } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { getManifest, type Manifest } from '#lib/brands/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { removeFile } from '#lib/platform/storage/index.ts'
import { addEntry } from './add-entry.ts'
import { startClock } from './answer-clock.ts'
import { correctedValue, lockedFields } from './corrections/locked-fields.ts'
import { countRepeats } from './count-repeats.ts'
import { requestOpened } from './events.ts'
import { noteEvidence, storeEvidence, withEvidence } from './evidence/store-evidence.ts'
import { findTwin } from './find-twin.ts'
import { REQUEST_MOVES } from './lifecycle.ts'
import type { LockedField, OpenRequest, RequestKind } from './schema.ts'
import { sealText } from './sealed-text.ts'
import { storeRequest } from './store-request.ts'

/** Something leaves or goes with these: who asks has just proven who they are, or is asked to. */
const NEEDS_PROOF: ReadonlySet<RequestKind> = new Set(['access', 'portability', 'deletion'])

/**
 * Opens a request of a signed-in person (WEA-16). To be signed in is proof enough, and the clock runs, except where
 * something would leave, be erased or change a locked field: then a sign-in of the last minutes is, and without one the
 * request waits for it. The same sent twice within minutes is one request.
 * @throws Refusal `requests.ground_missing` for a deletion that names none of the brand's grounds (WBP-16);
 *   `requests.value_form`, `requests.evidence_missing`, `requests.evidence_too_large`, `requests.evidence_kind` for the
 *   correction of a locked field (ENB-06)
 */
export async function openRequest(
  grant: Grant<'requests:open'>,
  input: OpenRequest,
): Promise<{ id: string; dueAt: Date | null }> {
  const manifest = getManifest(grant.brand)
  const ground = groundOf(manifest, input)
  const correction = correctionOf(manifest, input)
  const locked = correction?.field ?? null
  const evidence = locked || hasFile(input) ? await storeEvidence(input.evidence) : null
  const proven = (!NEEDS_PROOF.has(input.kind) && !locked) || isFresh(grant.actor)
  const { to: state } = REQUEST_MOVES[proven ? 'open' : 'openUnproven']
  const started = proven ? startClock(manifest) : { dueAt: null }
  const of = { id: uuid(), brand: grant.brand, subjectId: subjectOf(grant) }
  const open = () =>
    inScope(grant, async (tx) => {
      const asked = { kind: input.kind, text: input.text, ground, field: locked, value: correction?.value ?? null }
      const twin = await findTwin(tx, { brand: of.brand, subjectId: of.subjectId }, asked)
      if (twin) return twin
      await storeRequest(tx, {
        ...of,
        ...started,
        kind: input.kind,
        state,
        ground,
        field: locked,
        sealedValue: correction ? sealText('rights_request value', of.id, correction.value) : null,
        repeats: await countRepeats(tx, of, input.kind),
        sealedText: sealText('rights_request', of.id, input.text),
        openedAt: clock.now(),
      })
      if (evidence) await noteEvidence(tx, of, evidence)
      await addEntry(tx, grant, of, { kind: 'opened', tell: proven })
      if (!proven) await addEntry(tx, grant, of, { kind: 'identity_asked', tell: true })
      await audit.record(tx, grant, requestOpened(of.id, input.kind))
      return { id: of.id, dueAt: started.dueAt }
    })
  const opened = await withEvidence(evidence, open)
  // The file of the first is there already.
  if (evidence && opened.id !== of.id) await removeFile(evidence.storageKey)
  return { id: opened.id, dueAt: opened.dueAt }
}

function groundOf({ deletionGrounds }: Manifest, { kind, ground }: OpenRequest): string | null {
  if (kind !== 'deletion') return null
  if (!ground || !deletionGrounds.some(({ key }) => key === ground))
    throw new Refusal('requests.ground_missing', { field: 'ground' })
  return ground
}

/** Whether a file came along that nothing asked for: what somebody wants to show is looked at all the same. */
function hasFile({ kind, evidence }: OpenRequest): boolean {
  return kind === 'correction' && evidence !== undefined && evidence.size > 0
}

/** The value of a field that only a request changes is held to its form; of anything else it is words like any other. */
function correctionOf(manifest: Manifest, input: OpenRequest): { field: LockedField | null; value: string } | null {
  if (input.kind !== 'correction') return null
  const field = lockedFields(manifest).find((locked) => locked === input.field)
  if (!field) return input.value ? { field: null, value: input.value } : null
  const value = correctedValue(manifest, field, input.value ?? '')
  if (!value) throw new Refusal('requests.value_form', { field: 'value' })
  return { field, value }
}

function isFresh(actor: Actor): boolean {
  return actor.kind === 'person' && actor.authenticatedAt >= clock.inMinutes(-STEP_UP_MINUTES)
}
