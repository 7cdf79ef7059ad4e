import { type Grant, inScope } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { Prisma } from '#lib/platform/database/index.ts'
import { scheduleClosings } from '#lib/retention/index.ts'

const AT_ONCE = 200

/**
 * Schedules the erasure, after the brand's days of grace, of everybody who did not agree to the new controller. Answers
 * no longer count from here on. Repeatable.
 */
export async function settleChange(grant: Grant<'controller-changes:settle'>, changeId: string): Promise<void> {
  const { brand } = grant
  const eraseAfter = clock.inDays(getManifest(brand).graceDays)
  await inScope(grant, async (tx) => {
    const { count } = await tx.controllerChange.updateMany({
      where: { id: changeId, brand, settledAt: null },
      data: { settledAt: clock.now() },
    })
    if (count > 0) await audit.record(tx, grant, { name: 'controller_change.settled', target: changeId })
  })
  const whose = Prisma.sql`a.created_at < (SELECT settled_at FROM controller_change WHERE id = ${changeId}::uuid)
    AND NOT EXISTS (SELECT 1 FROM controller_answer c
      WHERE c.subject_id = a.id AND c.change_id = ${changeId}::uuid AND c.answer = 'agreed')`
  for (;;) {
    const count = await inScope(grant, (tx) => scheduleClosings(tx, { brand, eraseAfter, whose, limit: AT_ONCE }))
    if (count < AT_ONCE) return
  }
}
