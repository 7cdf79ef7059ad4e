import { type Grant, inScope } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { clock } from '#lib/platform/clock.ts'
import type { Prisma, Tx } from '#lib/platform/database/index.ts'
import { requestsLookedFor } from '../events.ts'
import { readRequestNumber } from '../request-number.ts'
import { toView } from '../request-view.ts'
import type { QueueQuery, RequestView } from '../schema.ts'
import { handlerOf } from './handler-of.ts'

/** A request as staff find it in the queue; the words are on its own page. */
export interface QueuedRequest extends RequestView {
  readonly brand: string
  /** By what the queue is in order. */
  readonly at: Date
  /** The member of staff who took it. */
  readonly handlerName: string | null
}

export interface QueuePage extends QueueQuery {
  readonly limit: number
  /** The last row of the page before. */
  readonly before?: { readonly at: Date; readonly id: string }
}

/** Where a request stands in order that has no date yet: after all others. */
const NO_DATE = new Date(9_999_999_999_999)

type Queue = Grant<'requests:queue' | 'requests:survey'>

/**
 * The requests of a brand, or of several in one queue, by key: those whose answer is due, the next one first; those that
 * are overdue; those that wait for their person; those that are over, the last one first. One that is named by its number
 * is found in whichever part it is. That one person's were looked for is recorded; an account is one of its brand, and
 * names nobody over several.
 */
export async function listQueue(grant: Queue, page: QueuePage): Promise<QueuedRequest[]> {
  const number = page.number === undefined ? undefined : readRequestNumber(page.number)
  if (number === null) return []
  return inScope(grant, async (tx) => {
    const whose = page.account ? await findAccount(tx, grant, page.account) : {}
    if (!whose) return []
    const rows = await tx.rightsRequest.findMany({
      where: {
        brand: grant.brands ? { in: [...grant.brands] } : grant.brand,
        AND: number ? [{ number }] : [partOf(page), narrowedTo(grant, page), whose, after(page)],
      },
      orderBy:
        page.part === 'over'
          ? [{ closedAt: 'desc' }, { id: 'desc' }]
          : [{ dueAt: { sort: 'asc', nulls: 'last' } }, { id: 'asc' }],
      take: page.limit,
    })
    const names = await namesOf(
      tx,
      rows.map(({ handlerId }) => handlerId),
    )
    return rows.map((row) => ({
      ...toView(row),
      brand: row.brand,
      at: row.closedAt ?? row.dueAt ?? NO_DATE,
      handlerName: names.get(row.handlerId) ?? null,
    }))
  })
}

function partOf({ part }: QueuePage): Prisma.RightsRequestWhereInput {
  switch (part) {
    case 'open':
      return { closedAt: null, state: { in: ['received', 'in_progress'] } }
    case 'overdue':
      return { closedAt: null, pausedAt: null, dueAt: { lte: clock.now() } }
    case 'waiting':
      return { closedAt: null, state: { in: ['identity_asked', 'fee_asked', 'waiting'] } }
    case 'over':
      return { closedAt: { not: null } }
  }
}

function narrowedTo(grant: Queue, { kind, handler }: QueuePage): Prisma.RightsRequestWhereInput {
  return {
    ...(kind ? { kind } : {}),
    ...(handler === 'mine' ? handlerOf(grant) : {}),
    ...(handler === 'nobody' ? { handlerId: null } : {}),
  }
}

function after({ part, before: last }: QueuePage): Prisma.RightsRequestWhereInput {
  if (!last) return {}
  const { at, id } = last
  if (part === 'over') return { OR: [{ closedAt: { lt: at } }, { closedAt: at, id: { lt: id } }] }
  if (at >= NO_DATE) return { dueAt: null, id: { gt: id } }
  return { OR: [{ dueAt: { gt: at } }, { dueAt: at, id: { gt: id } }, { dueAt: null }] }
}

async function findAccount(tx: Tx, grant: Queue, ref: string): Promise<{ readonly subjectId: string } | null> {
  if (grant.brands) return null
  const account = await tx.account.findFirst({ where: { brand: grant.brand, ref }, select: { id: true } })
  if (!account) return null
  await audit.record(tx, grant, requestsLookedFor(account.id))
  return { subjectId: account.id }
}

async function namesOf(tx: Tx, ids: readonly (string | null)[]): Promise<ReadonlyMap<string | null, string>> {
  const known = [...new Set(ids)].filter((id) => id !== null)
  if (known.length === 0) return new Map()
  const staff = await tx.staffMember.findMany({ where: { id: { in: known } }, select: { id: true, displayName: true } })
  return new Map(staff.map(({ id, displayName }) => [id, displayName]))
}
