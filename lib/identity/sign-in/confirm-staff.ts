import { type Grant, inScope } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { verifyPassword } from '#lib/platform/crypto/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { countAttempt, forgiveAttempt } from '../count-attempt.ts'
import { sessionConfirmed } from '../events.ts'
import type { ConfirmByPassword } from '../schema.ts'
import type { SessionToken } from '../session-cookie.ts'
import { rotateSession } from '../sessions/open-session.ts'
import type { Visitor } from '../visitor.ts'

/**
 * Counts the session of a member of staff as just proven, by their password: what needs a recent sign-in is open to
 * them for five minutes. The session gets a new secret (ASVS 7.2.4).
 * @throws Refusal `identity.password_wrong`, `web.rate_limited`
 */
export async function confirmStaff(
  grant: Grant<'staff:confirm'>,
  input: Pick<ConfirmByPassword, 'password'>,
  visitor: Visitor,
): Promise<SessionToken> {
  const { actor } = grant
  if (actor.kind !== 'staff') throw new Error('only staff confirm here')
  const attempt = await countAttempt('staff', visitor.address, actor.id)
  const staff = await inScope(grant, (tx) =>
    tx.staffMember.findFirst({ where: { id: actor.id, disabledAt: null }, select: { passwordHash: true } }),
  )
  if (!(await verifyPassword(staff?.passwordHash ?? null, input.password)))
    throw new Refusal('identity.password_wrong', { field: 'password' })
  return inScope(grant, async (tx) => {
    await forgiveAttempt(tx, attempt)
    await audit.record(tx, grant, sessionConfirmed(actor.sessionId))
    return rotateSession(tx, actor.sessionId)
  })
}
