import { type Grant, inScope } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { incidentReported } from './events.ts'
import { readIncident } from './get-incident.ts'
import type { ReportIncident } from './schema.ts'

/**
 * Notes that the authority was told now. After 72 hours it takes a reason for the delay (GDPR article 33, 1).
 * @throws Refusal `incidents.late_reason`, `incidents.reported`
 */
export async function markReported(grant: Grant<'incidents:manage'>, input: ReportIncident): Promise<void> {
  await inScope(grant, async (tx) => {
    const { id, late, reportedAt } = await readIncident(tx, grant.brand, input.incident)
    if (reportedAt) throw new Refusal('incidents.reported')
    const reason = input.lateReason ?? ''
    if (late && reason.length < 10) throw new Refusal('incidents.late_reason', { field: 'lateReason' })
    const { count } = await tx.incident.updateMany({
      where: { id, reportedAt: null },
      data: { reportedAt: clock.now(), lateReason: late ? reason : null },
    })
    if (count === 0) throw new Refusal('incidents.reported')
    await audit.record(tx, grant, incidentReported(id, late))
  })
}
