import { brandsOf, type Grant, inScope } from '#lib/access/index.ts'
import { clock } from '#lib/platform/clock.ts'
import type { QueuePart } from '../schema.ts'

/** How many requests each part of a brand's queue holds, and when the next answer is due. */
export interface QueueCounts extends Readonly<Record<Exclude<QueuePart, 'over'>, number>> {
  readonly brand: string
  readonly nextDue: Date | null
}

/** How much there is to do in each brand of the grant, in its order. */
export async function countQueues(grant: Grant<'requests:survey'>): Promise<QueueCounts[]> {
  const brands = brandsOf(grant)
  const now = clock.now()
  const counted = await inScope(
    grant,
    (tx) => tx.$queryRaw<QueueCounts[]>`
      SELECT brand, count(*) FILTER (WHERE state IN ('received', 'in_progress'))::int AS open,
             count(*) FILTER (WHERE paused_at IS NULL AND due_at <= ${now})::int AS overdue,
             count(*) FILTER (WHERE state IN ('identity_asked', 'fee_asked', 'waiting'))::int AS waiting,
             min(due_at) FILTER (WHERE paused_at IS NULL) AS "nextDue"
      FROM rights_request WHERE brand = ANY(${[...brands]}) AND closed_at IS NULL GROUP BY brand`,
  )
  const none = { open: 0, overdue: 0, waiting: 0, nextDue: null }
  return brands.map((brand) => counted.find((row) => row.brand === brand) ?? { brand, ...none })
}
