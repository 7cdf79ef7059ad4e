import { type Grant, inScope } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { verifyPassword } from '#lib/platform/crypto/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { countAttempt, forgiveAttempt } from '../count-attempt.ts'
import { staffSignedIn } from '../events.ts'
import type { StaffSignIn } from '../schema.ts'
import type { SessionToken } from '../session-cookie.ts'
import { openSession } from '../sessions/open-session.ts'
import type { Visitor } from '../visitor.ts'

/**
 * Signs in a member of staff, under the same limits as people. They belong to no brand.
 * @throws Refusal `identity.wrong`, `web.rate_limited`
 */
export async function signInStaff(
  grant: Grant<'identity:staff-sign-in'>,
  input: Pick<StaffSignIn, 'accountName' | 'password'>,
  visitor: Visitor,
): Promise<SessionToken> {
  const accountName = input.accountName.normalize('NFKC').toLowerCase()
  const attempt = await countAttempt('staff', visitor.address, accountName)
  const staff = await inScope(grant, (tx) =>
    tx.staffMember.findFirst({ where: { accountName, disabledAt: null }, select: { id: true, passwordHash: true } }),
  )
  const fits = await verifyPassword(staff?.passwordHash ?? null, input.password)
  if (!staff || !fits) throw new Refusal('identity.wrong', { field: 'password' })
  return inScope(grant, async (tx) => {
    await forgiveAttempt(tx, attempt)
    await audit.record(tx, grant, staffSignedIn(staff.id))
    return openSession(tx, { staff: staff.id }, visitor)
  })
}
