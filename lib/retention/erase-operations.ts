import type { Grant } from '#lib/access/index.ts'
import { defineOperation } from '#lib/approvals/index.ts'
import type { Tx } from '#lib/platform/database/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { acceptDeletion, erasableCategories } from './accept-deletion.ts'
import { eraseChildAccount } from './close-child-account.ts'
import { findReported } from './find-reported.ts'
import { AcceptDeletion, ChildAccount } from './schema.ts'

/** Erasing what a person asked to have erased, and answering them, once a colleague approves it (ENB-09). */
export const acceptDeletionOperation = defineOperation({
  kind: 'requests.erase',
  permission: 'requests:erase',
  input: AcceptDeletion,
  async about(tx, grant, { request, part }) {
    const { subject, number } = await requestOf(tx, grant, request, 'deletion')
    if (!subject) throw new Refusal('requests.not_found')
    if (part !== 'account' && !erasableCategories(grant.brand).some(({ key }) => key === part))
      throw new Refusal('retention.not_erasable', { field: 'part' })
    return { summary: { part, number }, subject, href: `/staff/requests/${grant.brand}/${request}` }
  },
  run: acceptDeletion,
})

/** Erasing the account of a child on that ground, and answering who reported it, once a colleague approves it. */
export const eraseChildOperation = defineOperation({
  kind: 'requests.erase_child',
  permission: 'requests:erase',
  input: ChildAccount,
  // Who approves it sees which account goes, and a name that fits none is told before anybody is asked.
  async about(tx, grant, { request, account }) {
    const { number } = await requestOf(tx, grant, request, 'child_report')
    const { ref } = await findReported(tx, grant.brand, account)
    return { summary: { number, ref }, href: `/staff/requests/${grant.brand}/${request}` }
  },
  run: eraseChildAccount,
})

async function requestOf(tx: Tx, grant: Grant<'approvals:request'>, id: string, kind: string) {
  const row = await tx.rightsRequest.findFirst({
    where: { id, brand: grant.brand, kind, closedAt: null },
    select: { subjectId: true, number: true },
  })
  if (!row) throw new Refusal('requests.over')
  return { subject: row.subjectId, number: row.number }
}
