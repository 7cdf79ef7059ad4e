import { v7 as uuid } from 'uuid'
import { type Grant, inScope, subjectOf } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { requestOpened } from './events.ts'
import type { OpenRequest } from './schema.ts'
import { sealText } from './sealed-text.ts'

/**
 * Opens a request of a signed-in person. Signing in proved who they are, so the brand's days to answer run from now
 * (WEA-16).
 */
export async function openRequest(
  grant: Grant<'requests:open'>,
  input: OpenRequest,
): Promise<{ id: string; dueAt: Date }> {
  const id = uuid()
  const dueAt = clock.inDays(getManifest(grant.brand).answerDays)
  await inScope(grant, async (tx) => {
    await tx.rightsRequest.create({
      data: {
        id,
        brand: grant.brand,
        subjectId: subjectOf(grant),
        kind: input.kind,
        sealedText: sealText(id, input.text),
        openedAt: clock.now(),
        dueAt,
      },
      select: { id: true },
    })
    await audit.record(tx, grant, requestOpened(id, input.kind))
  })
  return { id, dueAt }
}
