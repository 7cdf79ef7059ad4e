import { type Grant, inScope } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { claimCode } from '../codes/one-time-code.ts'
import { refuseClaim } from '../codes/refuse-claim.ts'
import { signedIn } from '../events.ts'
import type { EnterCode } from '../schema.ts'
import type { SessionToken } from '../session-cookie.ts'
import { openSession } from '../sessions/open-session.ts'
import type { Visitor } from '../visitor.ts'
import { recordSignIn } from './record-sign-in.ts'

/**
 * Signs in by the code that was sent.
 * @throws Refusal `identity.code_wrong`, `identity.code_gone`
 */
export async function signInWithCode(
  grant: Grant<'identity:sign-in'>,
  input: Pick<EnterCode, 'ticket' | 'code'>,
  visitor: Visitor,
): Promise<SessionToken> {
  const done = await inScope(grant, async (tx) => {
    const claim = await claimCode(tx, grant.brand, 'sign_in', input)
    const subject = claim.kind === 'gone' ? null : claim.content.subject
    if (!subject || claim.kind === 'gone') return claim.kind
    const whose = { brand: grant.brand, subject }
    if (claim.kind === 'wrong') {
      await recordSignIn(tx, whose, visitor, { outcome: 'wrong_code', method: 'code' })
      return claim.kind
    }
    await recordSignIn(tx, whose, visitor, { outcome: 'success', method: 'code' })
    await audit.record(tx, grant, signedIn(subject, 'code'))
    return openSession(tx, whose, visitor)
  })
  return typeof done === 'string' ? refuseClaim(done === 'right' ? 'gone' : done) : done
}
