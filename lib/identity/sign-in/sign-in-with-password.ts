import { type Grant, inScope } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { verifyPassword } from '#lib/platform/crypto/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { countAttempt, forgiveAttempt } from '../count-attempt.ts'
import { signedIn } from '../events.ts'
import { findAccount } from '../names/find-account.ts'
import { recogniseIdentifier } from '../names/normalise-identifier.ts'
import type { SignIn } from '../schema.ts'
import type { SessionToken } from '../session-cookie.ts'
import { openSession } from '../sessions/open-session.ts'
import type { Visitor } from '../visitor.ts'
import { recordSignIn } from './record-sign-in.ts'

/**
 * Signs in by any of the brand's identifiers and the password. Ten attempts for one account and fifty from one address
 * in a quarter of an hour; no account, a wrong password and an account without one are answered alike.
 * @throws Refusal `identity.wrong`, `web.rate_limited`
 */
export async function signInWithPassword(
  grant: Grant<'identity:sign-in'>,
  input: Pick<SignIn, 'identifier' | 'password'>,
  visitor: Visitor,
): Promise<SessionToken> {
  const identifier = recogniseIdentifier(getManifest(grant.brand), input.identifier)
  const attempt = await countAttempt(grant.brand, visitor.address, identifier?.key ?? input.identifier)
  const account = await inScope(grant, async (tx) => identifier && findAccount(tx, grant.brand, identifier))
  // Outside of a transaction: it takes ten milliseconds on purpose, and as long for nobody.
  const fits = await verifyPassword(account?.passwordHash ?? null, input.password)
  const token = await inScope(grant, async (tx) => {
    if (!account) return null
    const whose = { brand: grant.brand, subject: account.id }
    await recordSignIn(tx, whose, visitor, { outcome: fits ? 'success' : 'wrong_password', method: 'password' })
    if (!fits) return null
    await forgiveAttempt(tx, attempt)
    await audit.record(tx, grant, signedIn(account.id, 'password'))
    return openSession(tx, whose, visitor)
  })
  if (!token) throw new Refusal('identity.wrong', { field: 'password' })
  return token
}
