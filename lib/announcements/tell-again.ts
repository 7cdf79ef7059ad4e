import { clock } from '#lib/platform/clock.ts'
import type { Tx } from '#lib/platform/database/index.ts'

interface Reminded {
  readonly brand: string
  readonly subjectId: string
  /** What the announcement is about. */
  readonly sourceId: string
}

interface Queued {
  readonly channel: 'mail' | 'sms'
  readonly messageId: string
}

/**
 * Puts an announcement back on every page of somebody who was reminded of it. Whoever came after it was sent is told of
 * it by this: `queued` is the message that did, null where they have no address.
 */
export async function tellAgain(
  tx: Tx,
  { brand, subjectId, sourceId }: Reminded,
  queued: Queued | null,
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO announcement_delivery (announcement_id, brand, subject_id, channel, message_id, told_at)
    SELECT n.id, n.brand, ${subjectId}::uuid, ${queued?.channel ?? 'none'}, ${queued?.messageId ?? null}::uuid, ${clock.now()}
    FROM announcement n WHERE n.brand = ${brand} AND n.source_id = ${sourceId}::uuid AND n.finished_at IS NOT NULL
    ON CONFLICT (brand, subject_id, announcement_id) DO UPDATE SET seen_at = NULL`
}
