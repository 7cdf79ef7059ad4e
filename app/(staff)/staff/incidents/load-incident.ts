import { notFound } from 'next/navigation'
import { z } from 'zod'
import type { Grant } from '#lib/access/index.ts'
import { getIncident, type IncidentView } from '#lib/incidents/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'

/** The incident in an address, or "not found". */
export async function loadIncident(
  grant: Grant<'incidents:view' | 'incidents:manage'>,
  id: string,
): Promise<IncidentView> {
  if (!z.uuid().safeParse(id).success) notFound()
  try {
    return await getIncident(grant, id)
  } catch (fault) {
    if (fault instanceof Refusal) notFound()
    throw fault
  }
}
