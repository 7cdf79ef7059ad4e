import { type Grant, inScope, subjectOf } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { hashPassword } from '#lib/platform/crypto/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { passwordChanged } from '../events.ts'
import { readIdentifiers } from '../names/read-identifiers.ts'
import { notifyPerson } from '../notify-person.ts'
import type { ChangePassword } from '../schema.ts'
import { endSessionsOf } from '../sessions/open-session.ts'
import { passwordFault } from './password-fault.ts'

/**
 * Sets another password, or a first one where codes are the rule (WBP-02). Every other session ends, and the person is
 * told by mail. The grant needs a recent sign-in, which stands for the old password.
 * @throws Refusal `identity.password_short` and the like
 */
export async function changePassword(grant: Grant<'credentials:change'>, input: ChangePassword): Promise<void> {
  const subject = subjectOf(grant)
  const identifiers = await inScope(grant, (tx) => readIdentifiers(tx, grant.brand, subject))
  const near = [getManifest(grant.brand).name, ...identifiers.map(({ value }) => value)]
  const fault = passwordFault(input.newPassword, near)
  if (fault) throw new Refusal(fault, { field: 'newPassword' })
  const passwordHash = await hashPassword(input.newPassword)
  const keep = grant.actor.kind === 'person' ? grant.actor.sessionId : null
  await inScope(grant, async (tx) => {
    await tx.account.update({ where: { id: subject }, data: { passwordHash }, select: { id: true } })
    await endSessionsOf(tx, subject, keep)
    await audit.record(tx, grant, passwordChanged(subject))
    await notifyPerson(tx, { brand: grant.brand, subject }, { kind: 'identity.password_changed' })
  })
}
