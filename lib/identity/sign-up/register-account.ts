import type { Grant } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { refuseIfEnding } from '#lib/brand-status/index.ts'
import type { Tx } from '#lib/platform/database/index.ts'
import { createAccount, type NewAccount } from '../create-account.ts'
import { signedIn } from '../events.ts'
import { linkGuardian } from '../guardians/guardian-consent.ts'
import type { SessionToken } from '../session-cookie.ts'
import { openSession } from '../sessions/open-session.ts'
import { recordSignIn } from '../sign-in/record-sign-in.ts'
import type { Visitor } from '../visitor.ts'

/** Makes the account and signs its person in. */
export async function registerAccount(
  tx: Tx,
  grant: Grant<'identity:sign-up'>,
  account: NewAccount,
  visitor: Visitor,
): Promise<SessionToken> {
  await refuseIfEnding(tx, grant.brand)
  const { id } = await createAccount(tx, grant, account)
  await linkGuardian(tx, grant.brand, id, account.identifiers)
  const whose = { brand: grant.brand, subject: id }
  await recordSignIn(tx, whose, visitor, { outcome: 'success', method: 'sign_up' })
  await audit.record(tx, grant, signedIn(id, 'sign_up'))
  return openSession(tx, whose, visitor)
}
