import { type Grant, inScope } from '#lib/access/index.ts'
import { noteLetters } from '#lib/announcements/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { announcementOf } from './announcement-of.ts'

/**
 * Notes that letters were posted to everybody who was not reached otherwise.
 * @throws Refusal `incidents.no_letters` where there is nobody left
 */
export async function postLetters(grant: Grant<'incidents:manage'>, incident: string): Promise<void> {
  await inScope(grant, async (tx) => {
    const found = await announcementOf(tx, grant.brand, incident)
    if (!found || (await noteLetters(tx, grant, found.id)) === 0) throw new Refusal('incidents.no_letters')
  })
}
