import { type Grant, inScope } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { supportEnded } from './events.ts'
import { staffOf } from './staff-of.ts'

/**
 * Ends the support session that the member of staff has in this brand, before its time.
 * @throws Refusal `support.not_acting` where there is none, or its time is over already
 */
export async function endSupport(grant: Grant<'support:end'>): Promise<void> {
  const staffId = staffOf(grant)
  await inScope(grant, async (tx) => {
    const session = await tx.supportSession.findFirst({
      where: { staffId, brand: grant.brand, endedAt: null, endsAt: { gt: clock.now() } },
      select: { id: true, subjectId: true },
    })
    if (!session) throw new Refusal('support.not_acting')
    const { count } = await tx.supportSession.updateMany({
      where: { id: session.id, endedAt: null },
      data: { endedAt: clock.now() },
    })
    if (count === 0) throw new Refusal('support.not_acting')
    await audit.record(tx, grant, supportEnded(session.subjectId, session.id))
  })
}
