import { type Grant, inScope } from '#lib/access/index.ts'
import { clock } from '#lib/platform/clock.ts'
import type { Prisma } from '#lib/platform/database/index.ts'
import { OPEN_STATES } from './lifecycle.ts'
import { toView } from './request-view.ts'
import type { QueuePart, RequestView } from './schema.ts'

/** A request as staff find it in the queue; the words are on its own page. */
export interface QueuedRequest extends RequestView {
  readonly handlerId: string | null
}

/** How many requests each part of the queue holds. */
export type QueueCounts = Readonly<Record<Exclude<QueuePart, 'over'>, number>>

const LONGEST = 200

/**
 * The requests of a brand: those whose answer is due, the next one first; those that are overdue; those that wait for
 * their person; those that are over, the last one first.
 */
export async function listQueue(grant: Grant<'requests:queue'>, part: QueuePart): Promise<QueuedRequest[]> {
  const rows = await inScope(grant, (tx) =>
    tx.rightsRequest.findMany({
      where: { brand: grant.brand, ...partOf(part) },
      orderBy:
        part === 'over'
          ? [{ closedAt: 'desc' }, { id: 'desc' }]
          : [{ dueAt: { sort: 'asc', nulls: 'last' } }, { openedAt: 'asc' }, { id: 'asc' }],
      take: LONGEST,
    }),
  )
  return rows.map((row) => ({ ...toView(row), handlerId: row.handlerId }))
}

/** How much there is to do in a brand. */
export async function countQueue(grant: Grant<'requests:queue'>): Promise<QueueCounts> {
  const count = (tx: Prisma.TransactionClient, part: QueuePart) =>
    tx.rightsRequest.count({ where: { brand: grant.brand, ...partOf(part) } })
  return inScope(grant, async (tx) => ({
    open: await count(tx, 'open'),
    overdue: await count(tx, 'overdue'),
    waiting: await count(tx, 'waiting'),
  }))
}

function partOf(part: QueuePart): Prisma.RightsRequestWhereInput {
  switch (part) {
    case 'open':
      return { state: { in: ['received', 'in_progress'] } }
    case 'overdue':
      return { state: { in: [...OPEN_STATES] }, pausedAt: null, dueAt: { lte: clock.now() } }
    case 'waiting':
      return { state: { in: ['identity_asked', 'fee_asked', 'waiting'] } }
    case 'over':
      return { state: { notIn: [...OPEN_STATES] } }
  }
}
