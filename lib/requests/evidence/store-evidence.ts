import { v7 as uuid } from 'uuid'
import { clock } from '#lib/platform/clock.ts'
import type { Tx } from '#lib/platform/database/index.ts'
import { cleanPicture, readPicture } from '#lib/platform/pictures/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { putFile, removeFile } from '#lib/platform/storage/index.ts'
import { EVIDENCE_BYTES } from '../schema.ts'
import { evidenceType } from './evidence-type.ts'

/** A file that was looked at and stored, and is not yet known to the database. */
export interface StoredEvidence {
  readonly id: string
  readonly mediaType: string
  readonly bytes: number
  readonly storageKey: string
}

/**
 * Looks at a file's content and stores it under an id. Of a picture nothing is kept besides what it shows: where and with
 * what it was taken is no business of whoever decides.
 * @throws Refusal `requests.evidence_missing`, `requests.evidence_too_large`, `requests.evidence_kind`, and those of
 *   `readPicture` for one that cannot be looked at
 */
export async function storeEvidence(file: Blob | undefined): Promise<StoredEvidence> {
  if (!file || file.size === 0) throw new Refusal('requests.evidence_missing', { field: 'evidence' })
  if (file.size > EVIDENCE_BYTES) throw new Refusal('requests.evidence_too_large', { field: 'evidence' })
  const sent = new Uint8Array(await file.arrayBuffer())
  const mediaType = evidenceType(sent)
  if (!mediaType) throw new Refusal('requests.evidence_kind', { field: 'evidence' })
  const content = mediaType === 'application/pdf' ? sent : await plainPicture(sent)
  const id = uuid()
  const storageKey = `evidence/${id}`
  const { bytes } = await putFile(storageKey, once(content))
  return { id, mediaType, bytes, storageKey }
}

async function plainPicture(sent: Uint8Array): Promise<Uint8Array> {
  try {
    const picture = await readPicture(sent)
    return picture.annotated ? await cleanPicture(picture) : sent
  } catch (fault) {
    throw fault instanceof Refusal ? new Refusal(fault.code, { ...fault.details, field: 'evidence' }) : fault
  }
}

/** Notes a stored file with its request, in the request's transaction. */
export async function noteEvidence(
  tx: Tx,
  of: { readonly id: string; readonly brand: string; readonly subjectId: string | null },
  stored: StoredEvidence,
): Promise<void> {
  await tx.requestEvidence.create({
    data: { ...stored, brand: of.brand, subjectId: of.subjectId, requestId: of.id, createdAt: clock.now() },
    select: { id: true },
  })
}

/** Runs what makes a stored file known; when it fails, the file goes too. */
export async function withEvidence<T>(stored: StoredEvidence | null, run: () => Promise<T>): Promise<T> {
  try {
    return await run()
  } catch (fault) {
    if (stored) await removeFile(stored.storageKey)
    throw fault
  }
}

async function* once(content: Uint8Array) {
  yield content
}
