import { type Grant, inScope, subjectOf } from '#lib/access/index.ts'
import { clock } from '#lib/platform/clock.ts'

/** Switches off every use on every phone of the person; the consents to them are withdrawn by whoever calls this. */
export async function forbidEveryUse(grant: Grant<'account:cancel'>): Promise<void> {
  await inScope(grant, (tx) =>
    tx.devicePermission.updateMany({
      where: { brand: grant.brand, subjectId: subjectOf(grant), granted: true },
      data: { granted: false, changedAt: clock.now() },
    }),
  )
}
