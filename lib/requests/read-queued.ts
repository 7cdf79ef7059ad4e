import { type Grant, inScope } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { unsealContact } from './contact.ts'
import { requestViewed } from './events.ts'
import { toDetail, toView } from './request-view.ts'
import type { RequestDetail, RequestView } from './schema.ts'

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
    const same = row.subjectId ? { subjectId: row.subjectId } : { contactIndex: row.contactIndex }
    const earlier =
      row.subjectId || row.contactIndex
        ? await tx.rightsRequest.findMany({
            where: { brand, ...same, kind: row.kind, id: { not: id } },
            orderBy: [{ openedAt: 'desc' }, { id: 'desc' }],
            take: EARLIER,
          })
        : []
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
    }
  })
}
