import { type Grant, inScope } from '#lib/access/index.ts'
import { listDeliveries } from '#lib/announcements/index.ts'
import { audit } from '#lib/audit/index.ts'
import { readIdentifiers } from '#lib/identity/index.ts'
import { announcementOf } from './announcement-of.ts'
import { lettersListed } from './events.ts'

/** Somebody whom neither mail nor text message reached: all that the portal knows of how to reach them. */
export interface Letter {
  readonly account: string
  readonly name: string
  readonly phone: string
  readonly unverifiedMail: string
}

const MOST = 50_000

/** Those who were not reached, for letters and calls. That the list was taken is recorded for each of them to read. */
export async function listLetters(grant: Grant<'incidents:letters'>, incident: string): Promise<Letter[]> {
  return inScope(grant, async (tx) => {
    const found = await announcementOf(tx, grant.brand, incident)
    if (!found) return []
    const unreached = await listDeliveries(tx, found.id, { limit: MOST, unreachedOnly: true })
    const letters: Letter[] = []
    for (const { subject, ref } of unreached) {
      const names = await readIdentifiers(tx, grant.brand, subject)
      const profile = await tx.profile.findUnique({ where: { subjectId: subject }, select: { fields: true } })
      const of = (kind: string) => names.find((name) => name.kind === kind)?.value ?? ''
      letters.push({ account: ref, name: nameIn(profile?.fields), phone: of('phone'), unverifiedMail: of('email') })
      await audit.record(tx, grant, { ...lettersListed(incident, 1), subject })
    }
    return letters
  })
}

function nameIn(fields: unknown): string {
  if (typeof fields !== 'object' || fields === null || !('nickname' in fields)) return ''
  return typeof fields.nickname === 'string' ? fields.nickname : ''
}
