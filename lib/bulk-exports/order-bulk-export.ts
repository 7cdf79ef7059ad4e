import { v7 as uuid } from 'uuid'
import { type Grant, inScope } from '#lib/access/index.ts'
import { defineOperation } from '#lib/approvals/index.ts'
import { audit } from '#lib/audit/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { enqueue } from '#lib/platform/queue/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { bulkExportOrdered } from './events.ts'
import { OrderBulkExport } from './schema.ts'

export interface BulkExportOrder {
  /** The key of a category, or `account_transfer` for all of them. */
  readonly content: string
  readonly purpose: string
  /** The change of controller whose agreeing people it is of. */
  readonly changeId?: string
}

/** Has a job make the archive, in the transaction of the approval that it needs; the database asks for that. */
export async function createBulkExport(
  grant: Grant<'bulk-exports:order' | 'controller-changes:export'>,
  { content, purpose, changeId }: BulkExportOrder,
): Promise<string> {
  const { actor, approval, brand } = grant
  if (actor.kind !== 'staff' || !approval) throw new Error('an export of everybody was about to be made by one person')
  const id = uuid()
  await inScope(grant, async (tx) => {
    await tx.bulkExport.create({
      data: {
        id,
        brand,
        content,
        purpose,
        changeId: changeId ?? null,
        approvalId: approval,
        orderedBy: actor.id,
        orderedAt: clock.now(),
      },
      select: { id: true },
    })
    await enqueue(tx, 'bulk-exports.build', { brand, exportId: id })
    await audit.record(tx, grant, bulkExportOrdered(id, content, purpose))
  })
  return id
}

/** Taking a category of everybody's data out of the portal, once a colleague approves it. */
export const orderBulkExportOperation = defineOperation({
  kind: 'bulk_exports.order',
  permission: 'bulk-exports:order',
  input: OrderBulkExport,
  async about(_, { brand }, { category, purpose }) {
    if (!getManifest(brand).categories.some(({ key }) => key === category))
      throw new Refusal('bulk_exports.no_category', { field: 'category' })
    return { summary: { category, purpose } }
  },
  run: (grant, { category, purpose }) => createBulkExport(grant, { content: category, purpose }),
})
