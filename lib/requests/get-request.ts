import { type Grant, inScope, subjectOf } from '#lib/access/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { toDetail } from './request-view.ts'
import type { RequestDetail } from './schema.ts'

/**
 * One request of the person, with its course.
 * @throws Refusal `requests.not_found`, the same for somebody else's
 */
export async function getRequest(grant: Grant<'requests:view'>, id: string): Promise<RequestDetail> {
  return inScope(grant, async (tx) => {
    const where = { brand: grant.brand, subjectId: subjectOf(grant) }
    const row = await tx.rightsRequest.findFirst({ where: { ...where, id } })
    if (!row) throw new Refusal('requests.not_found')
    const entries = await tx.requestEntry.findMany({
      where: { ...where, requestId: id },
      orderBy: [{ at: 'asc' }, { id: 'asc' }],
    })
    return toDetail(row, entries)
  })
}
