import { type Grant, inScope } from '#lib/access/index.ts'
import { countAudience, countDeliveries, type DeliveryCounts } from '#lib/announcements/index.ts'
import type { Audience } from '#lib/announcements/schema.ts'
import { audit } from '#lib/audit/index.ts'
import { getManifest, type Localised } from '#lib/brands/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { announcementOf } from './announcement-of.ts'
import { REPORT_HOURS, readIncident } from './get-incident.ts'

/** What the authority is told, in the order of GDPR article 33, paragraph 3. */
export interface RegulatorReport {
  readonly format: 'openbook.incident-report/1'
  readonly incident: string
  readonly writtenAt: Date
  readonly controller: { readonly name: string; readonly address: Localised; readonly country: string }
  readonly authority: Localised
  /** (a) the nature of the breach */
  readonly nature: {
    readonly losses: readonly string[]
    readonly beganAt: Date | null
    readonly knownAt: Date
    readonly what: Localised
    readonly categoriesOfData: readonly Localised[]
    readonly affected: Audience
    readonly people: number
    readonly records: number | null
  }
  /** (b) where more can be asked */
  readonly contact: { readonly name: string; readonly email: string; readonly phone: string | null }
  /** (c) the likely consequences */
  readonly consequences: Localised
  /** (d) measures taken or proposed */
  readonly measures: Localised
  readonly advice: Localised
  readonly remedies: Localised
  /** Article 33, 1: in 72 hours, or with the reasons for the delay. */
  readonly clock: {
    readonly hours: number
    readonly due: Date
    readonly reportedAt: Date | null
    readonly late: boolean
    readonly reason: string | null
  }
  /** Article 34: how people were told. */
  readonly told: { readonly at: Date | null; readonly deliveries: DeliveryCounts | null }
}

/** The report of an incident as it stands now; that it was taken is recorded. */
export async function regulatorReport(grant: Grant<'incidents:view'>, id: string): Promise<RegulatorReport> {
  const { controller, categories } = getManifest(grant.brand)
  return inScope(grant, async (tx) => {
    const incident = await readIncident(tx, grant.brand, id)
    const found = await announcementOf(tx, grant.brand, id)
    const people = found?.people ?? (await countAudience(tx, grant.brand, incident.audience))
    const touched = categories.filter(({ key }) => key === incident.audience.category)
    const { texts } = incident
    await audit.record(tx, grant, { name: 'incident.report_taken', target: id })
    return {
      format: 'openbook.incident-report/1',
      incident: id,
      writtenAt: clock.now(),
      controller: { name: controller.name, address: controller.address, country: controller.country },
      authority: controller.complaint.name,
      nature: {
        losses: incident.losses,
        beganAt: incident.beganAt,
        knownAt: incident.knownAt,
        what: texts.happened,
        categoriesOfData: (touched.length > 0 ? touched : categories).map(({ name }) => name),
        affected: incident.audience,
        people,
        records: incident.records,
      },
      contact: { name: controller.name, email: controller.email, phone: controller.phone ?? null },
      consequences: texts.impact,
      measures: texts.measures,
      advice: texts.advice,
      remedies: texts.remedies,
      clock: {
        hours: REPORT_HOURS,
        due: incident.reportBy,
        reportedAt: incident.reportedAt,
        late: incident.late,
        reason: incident.lateReason,
      },
      told: { at: incident.toldAt, deliveries: found ? await countDeliveries(tx, found.id) : null },
    }
  })
}
