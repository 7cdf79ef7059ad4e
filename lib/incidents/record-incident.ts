import { v7 as uuid } from 'uuid'
import { type Grant, inScope } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { momentOf } from '#lib/platform/calendar/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { LOCALES } from '#lib/platform/i18n/locales.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { incidentChanged, incidentRecorded } from './events.ts'
import { INCIDENT_TEXTS, IncidentTexts, LOSSES, type RecordIncident, textField } from './schema.ts'

/**
 * Records what is known of an incident, or changes a draft; nobody is told by it.
 * @returns the incident's id
 * @throws Refusal `incidents.no_loss`, `incidents.in_future`, `incidents.order`, `incidents.told` once people were told
 */
export async function recordIncident(grant: Grant<'incidents:manage'>, input: RecordIncident): Promise<string> {
  const { actor, brand } = grant
  if (actor.kind !== 'staff') throw new Error('only staff record incidents')
  const data = {
    ...timesOf(brand, input),
    losses: lossesOf(input),
    texts: textsOf(input),
    records: input.records || null,
  }
  const id = input.incident ?? uuid()
  await inScope(grant, async (tx) => {
    if (input.incident) {
      const { count } = await tx.incident.updateMany({ where: { id, brand, state: 'draft' }, data })
      if (count === 0) throw new Refusal('incidents.told')
    } else
      await tx.incident.create({
        data: { id, brand, ...data, recordedBy: actor.id, createdAt: clock.now() },
        select: { id: true },
      })
    await audit.record(tx, grant, input.incident ? incidentChanged(id) : incidentRecorded(id))
  })
  return id
}

function lossesOf(input: RecordIncident): string[] {
  const losses = LOSSES.filter((loss) => input[loss])
  if (losses.length === 0) throw new Refusal('incidents.no_loss', { field: 'confidentiality' })
  return losses
}

function textsOf(input: RecordIncident): IncidentTexts {
  const inLanguages = (text: (typeof INCIDENT_TEXTS)[number]) =>
    Object.fromEntries(LOCALES.map((locale) => [locale, input[textField(text, locale)]]))
  return IncidentTexts.parse(Object.fromEntries(INCIDENT_TEXTS.map((text) => [text, inLanguages(text)])))
}

function timesOf(brand: string, input: RecordIncident) {
  const { zone } = getManifest(brand)
  const instant = (written: string) => momentOf(written.slice(0, 10), zone, written.slice(11, 16))
  const knownAt = instant(input.knownAt)
  const beganAt = input.beganAt ? instant(input.beganAt) : null
  if (knownAt > clock.now()) throw new Refusal('incidents.in_future', { field: 'knownAt' })
  if (beganAt && beganAt > knownAt) throw new Refusal('incidents.order', { field: 'beganAt' })
  return { knownAt, beganAt }
}
