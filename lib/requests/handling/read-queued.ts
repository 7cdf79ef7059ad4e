import { type Grant, inScope } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import type { Prisma } from '#lib/platform/database/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { requestViewed } from '../events.ts'
import { toDetail, toView } from '../request-view.ts'
import type { RequestDetail, RequestView } from '../schema.ts'
import { unsealContact } from '../without-account/contact.ts'

/** A request as staff handle it: from whom, who took it, and what the same person asked before. */
export interface HandledRequest extends RequestDetail {
  /** Reference and state of the account; null for somebody without one. */
  readonly account: { readonly ref: string; readonly state: string } | null
  readonly handlerName: string | null
  /** Where somebody without an account was verified and is written to. */
  readonly contact: string | null
  readonly evidence: readonly { readonly id: string; readonly mediaType: string; readonly bytes: number }[]
  /** Other requests of the same kind from the same person, newest first. */
  readonly earlier: readonly RequestView[]
  /** How many more there are than those. */
  readonly moreEarlier: number
}

const EARLIER = 10

/**
 * One request for staff. The look is recorded, and the person can read it.
 * @throws Refusal `requests.not_found`
 */
export async function readQueued(grant: Grant<'requests:queue'>, id: string): Promise<HandledRequest> {
  const { brand } = grant
  return inScope(grant, async (tx) => {
    const row = await tx.rightsRequest.findFirst({ where: { id, brand } })
    if (!row) throw new Refusal('requests.not_found')
    const entries = await tx.requestEntry.findMany({
      where: { brand, requestId: id },
      orderBy: [{ at: 'asc' }, { id: 'asc' }],
    })
    const before = earlierOf(row)
    const earlier = before
      ? await tx.rightsRequest.findMany({
          where: before,
          orderBy: [{ openedAt: 'desc' }, { id: 'desc' }],
          take: EARLIER,
        })
      : []
    const all = before && earlier.length === EARLIER ? await tx.rightsRequest.count({ where: before }) : earlier.length
    const account = row.subjectId
      ? await tx.account.findFirst({ where: { id: row.subjectId, brand }, select: { ref: true, state: true } })
      : null
    const handler = row.handlerId
      ? await tx.staffMember.findFirst({ where: { id: row.handlerId }, select: { displayName: true } })
      : null
    const evidence = await tx.requestEvidence.findMany({
      where: { brand, requestId: id },
      select: { id: true, mediaType: true, bytes: true },
    })
    await audit.record(tx, grant, requestViewed(id, row.subjectId))
    return {
      ...toDetail(row, entries),
      account,
      handlerName: handler?.displayName ?? null,
      contact: unsealContact(id, row.sealedContact),
      evidence,
      earlier: earlier.map(toView),
      moreEarlier: all - earlier.length,
    }
  })
}

/** The other requests of the same kind from the same person; null where nobody is known to be the same. */
function earlierOf(row: Prisma.RightsRequestGetPayload<object>): Prisma.RightsRequestWhereInput | null {
  const { id, brand, kind, subjectId, contactIndex } = row
  if (!(subjectId || contactIndex)) return null
  return { brand, ...(subjectId ? { subjectId } : { contactIndex }), kind, id: { not: id } }
}
