import type { Readable } from 'node:stream'
import { type Grant, inScope } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { openFile } from '#lib/platform/storage/index.ts'
import { evidenceViewed } from '../events.ts'

export interface OpenEvidence {
  readonly mediaType: string
  readonly bytes: number
  readonly content: Readable
}

/**
 * A file of evidence for whoever decides. The look is recorded, and the person can read it.
 * @throws Refusal `requests.not_found`
 */
export async function openEvidence(grant: Grant<'requests:queue'>, id: string): Promise<OpenEvidence> {
  const row = await inScope(grant, async (tx) => {
    const found = await tx.requestEvidence.findFirst({ where: { id, brand: grant.brand } })
    if (found) await audit.record(tx, grant, evidenceViewed(found.requestId, found.subjectId))
    return found
  })
  const content = row && (await openFile(row.storageKey))
  if (!row || !content) throw new Refusal('requests.not_found')
  return { mediaType: row.mediaType, bytes: row.bytes, content }
}
