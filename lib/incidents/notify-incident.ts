import { type Grant, inScope } from '#lib/access/index.ts'
import { announce } from '#lib/announcements/index.ts'
import { SECTIONS } from '#lib/announcements/schema.ts'
import { defineOperation } from '#lib/approvals/index.ts'
import { audit } from '#lib/audit/index.ts'
import { clock } from '#lib/platform/clock.ts'
import type { Tx } from '#lib/platform/database/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { incidentTold } from './events.ts'
import { readIncident } from './get-incident.ts'
import { NotifyIncident } from './schema.ts'

/**
 * Tells everybody whom the incident touches, and publishes it: exactly what was approved, to whom it was approved.
 * @throws Refusal `incidents.told`, `incidents.changed` where the text or the query is another than was approved
 */
async function notifyIncident(grant: Grant<'incidents:notify'>, input: NotifyIncident): Promise<void> {
  await inScope(grant, async (tx) => {
    const { id, texts, audience } = await requireDraft(tx, grant.brand, input)
    await tx.incident.updateMany({ where: { id, state: 'draft' }, data: { state: 'told', toldAt: clock.now() } })
    const sections = SECTIONS.map((key) => ({ key, text: texts[key] }))
    await announce(tx, grant, { kind: 'incident', sourceId: id, content: { title: texts.title, sections }, audience })
    await audit.record(tx, grant, incidentTold(id))
  })
}

async function requireDraft(tx: Tx, brand: string, { incident: id, digest }: NotifyIncident) {
  const incident = await readIncident(tx, brand, id)
  if (incident.state !== 'draft') throw new Refusal('incidents.told')
  if (incident.digest !== digest) throw new Refusal('incidents.changed')
  return incident
}

/** Telling people of an incident, once a colleague approves what is told to whom (WBP-13). */
export const notifyIncidentOperation = defineOperation({
  kind: 'incidents.notify',
  permission: 'incidents:notify',
  input: NotifyIncident,
  // Telling is urgent: a day is the longest that it may wait.
  termMinutes: 24 * 60,
  async about(tx, { brand }, input) {
    const { id, texts, audience } = await requireDraft(tx, brand, input)
    const query = Object.values(audience).join(' · ') || 'everybody'
    return { summary: { title: texts.title.en, query }, href: `/staff/incidents/${brand}/${id}` }
  },
  run: notifyIncident,
})
