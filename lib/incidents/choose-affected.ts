import { type Grant, inScope } from '#lib/access/index.ts'
import { countAudience } from '#lib/announcements/index.ts'
import type { Audience } from '#lib/announcements/schema.ts'
import { audit } from '#lib/audit/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { affectedChosen } from './events.ts'
import type { ChooseAffected } from './schema.ts'

/**
 * Takes a query as whom the incident touches. Who that is is found anew when they are told.
 * @throws Refusal `incidents.nobody` where it finds nobody, `incidents.told` once people were told
 */
export async function chooseAffected(grant: Grant<'incidents:manage'>, input: ChooseAffected): Promise<void> {
  const { incident: id, ...query } = input
  const audience: Audience = Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined))
  await inScope(grant, async (tx) => {
    const people = await countAudience(tx, grant.brand, audience)
    if (people === 0) throw new Refusal('incidents.nobody')
    const { count } = await tx.incident.updateMany({
      where: { id, brand: grant.brand, state: 'draft' },
      data: { audience },
    })
    if (count === 0) throw new Refusal('incidents.told')
    await audit.record(tx, grant, affectedChosen(id, people))
  })
}
