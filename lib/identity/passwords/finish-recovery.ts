import { type Grant, inScope } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { hashPassword } from '#lib/platform/crypto/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { claimCode } from '../codes/one-time-code.ts'
import { refuseClaim } from '../codes/refuse-claim.ts'
import { passwordRecovered } from '../events.ts'
import { notifyPerson } from '../notify-person.ts'
import type { ResetPassword } from '../schema.ts'
import type { SessionToken } from '../session-cookie.ts'
import { endSessionsOf, openSession } from '../sessions/open-session.ts'
import { recordSignIn } from '../sign-in/record-sign-in.ts'
import type { Visitor } from '../visitor.ts'
import { passwordFault } from './password-fault.ts'

/**
 * Sets a new password by the code that was sent, ends every session of the account, tells its owner, and signs in.
 * @throws Refusal `identity.password_short` and the like before the code is tried, `identity.code_wrong`,
 *   `identity.code_gone`
 */
export async function finishRecovery(
  grant: Grant<'identity:recover'>,
  input: ResetPassword,
  visitor: Visitor,
): Promise<SessionToken> {
  const fault = passwordFault(input.newPassword, [getManifest(grant.brand).name])
  if (fault) throw new Refusal(fault, { field: 'newPassword' })
  const passwordHash = await hashPassword(input.newPassword)
  const done = await inScope(grant, async (tx) => {
    const claim = await claimCode(tx, grant.brand, 'recovery', input)
    const subject = claim.kind === 'gone' ? null : claim.content.subject
    if (claim.kind === 'gone' || !subject) return claim.kind
    const whose = { brand: grant.brand, subject }
    if (claim.kind === 'wrong') {
      await recordSignIn(tx, whose, visitor, { outcome: 'wrong_code', method: 'recovery' })
      return claim.kind
    }
    const { count } = await tx.account.updateMany({
      where: { id: subject, brand: grant.brand, state: { in: ['active', 'closing'] } },
      data: { passwordHash },
    })
    if (count === 0) return 'gone'
    await endSessionsOf(tx, subject, null)
    await recordSignIn(tx, whose, visitor, { outcome: 'success', method: 'recovery' })
    await audit.record(tx, grant, passwordRecovered(subject))
    await notifyPerson(tx, whose, { kind: 'identity.password_changed' })
    return openSession(tx, whose, visitor)
  })
  return typeof done === 'string' ? refuseClaim(done === 'wrong' ? 'wrong' : 'gone') : done
}
