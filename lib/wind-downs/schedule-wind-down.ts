import { type Grant, inScope } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { findEnd } from '#lib/brand-status/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { Prisma } from '#lib/platform/database/index.ts'
import { scheduleClosings } from '#lib/retention/index.ts'

const AT_ONCE = 200

/** Schedules the erasure of every account of a brand that has stopped. Repeatable: what is scheduled stays so. */
export async function scheduleWindDown(grant: Grant<'wind-downs:schedule'>): Promise<void> {
  const { brand } = grant
  for (;;) {
    const count = await inScope(grant, async (tx) => {
      const end = await findEnd(tx, brand)
      if (!end) return 0
      return scheduleClosings(tx, { brand, eraseAfter: end.eraseAfter, whose: Prisma.sql`true`, limit: AT_ONCE })
    })
    if (count < AT_ONCE) break
  }
  await inScope(grant, async (tx) => {
    const { count } = await tx.windDown.updateMany({
      where: { brand, scheduledAt: null },
      data: { scheduledAt: clock.now() },
    })
    if (count > 0) await audit.record(tx, grant, { name: 'wind_down.scheduled', target: brand })
  })
}
