import type { Grant } from '#lib/access/index.ts'
import { getIncident, type IncidentView } from '#lib/incidents/index.ts'
import { orNotFound } from '#lib/web/or-not-found.ts'

/** The incident in an address, or "not found". */
export function loadIncident(grant: Grant<'incidents:view' | 'incidents:manage'>, id: string): Promise<IncidentView> {
  return orNotFound(id, () => getIncident(grant, id))
}
