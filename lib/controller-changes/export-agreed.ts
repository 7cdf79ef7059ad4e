import { type Grant, inScope } from '#lib/access/index.ts'
import { defineOperation } from '#lib/approvals/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { createBulkExport } from '#lib/bulk-exports/index.ts'
import { localDay } from '#lib/platform/calendar/index.ts'
import { clock } from '#lib/platform/clock.ts'
import type { Tx } from '#lib/platform/database/index.ts'
import { enqueue } from '#lib/platform/queue/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { ExportAgreed } from './schema.ts'

/**
 * Orders the archive for the new controller, of those who agreed and of nobody else, and has everybody else's account
 * closed as the policy says.
 * @throws Refusal `controller_changes.not_yet` before the day of the transfer
 */
async function exportAgreed(grant: Grant<'controller-changes:export'>, { change }: ExportAgreed): Promise<void> {
  await inScope(grant, async (tx) => {
    await requireDue(tx, grant.brand, change)
    await createBulkExport(grant, { content: 'account_transfer', purpose: 'controller', changeId: change })
    await enqueue(tx, 'controller-changes.settle', { brand: grant.brand, changeId: change })
  })
}

async function requireDue(tx: Tx, brand: string, id: string): Promise<void> {
  const row = await tx.controllerChange.findFirst({ where: { id, brand, settledAt: null } })
  if (!row) throw new Refusal('controller_changes.not_found')
  const today = localDay(clock.now(), getManifest(brand).zone)
  if (today < row.transferOn.toISOString().slice(0, 10)) throw new Refusal('controller_changes.not_yet')
}

/** Taking out the data of those who agreed, once a colleague approves it. */
export const exportAgreedOperation = defineOperation({
  kind: 'controller_changes.export',
  permission: 'controller-changes:export',
  input: ExportAgreed,
  async about(tx, { brand }, { change }) {
    await requireDue(tx, brand, change)
    return { summary: {}, href: `/staff/controller-changes?brand=${brand}` }
  },
  run: exportAgreed,
})
