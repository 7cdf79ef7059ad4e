import { type Grant, inScope } from '#lib/access/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { issueCode, limitCodes } from '../codes/one-time-code.ts'
import { limitAddress } from '../count-attempt.ts'
import { findAccount } from '../names/find-account.ts'
import { identifierIndex, recogniseIdentifier } from '../names/normalise-identifier.ts'
import type { AskForCode } from '../schema.ts'
import type { Visitor } from '../visitor.ts'

/**
 * Sends a code to sign in with. Where there is no account a message says so to whoever owns the address; the answer
 * here, a ticket, is the same.
 * @throws Refusal `identity.contact_form` for what cannot be an address of this brand, `web.rate_limited`
 */
export async function sendSignInCode(
  grant: Grant<'identity:sign-in'>,
  input: Pick<AskForCode, 'identifier'>,
  visitor: Visitor,
): Promise<string> {
  const identifier = recogniseIdentifier(getManifest(grant.brand), input.identifier)
  if (!identifier || identifier.kind === 'account_name')
    throw new Refusal('identity.contact_form', { field: 'identifier' })
  await limitAddress(grant.brand, visitor.address)
  const index = identifierIndex(grant.brand, identifier)
  await limitCodes('sign_in', index)
  return inScope(grant, async (tx) => {
    const account = await findAccount(tx, grant.brand, identifier)
    return issueCode(tx, grant.brand, {
      purpose: 'sign_in',
      index,
      content: {
        channel: identifier.kind === 'phone' ? 'sms' : 'mail',
        to: identifier.value,
        kind: account ? 'identity.sign_in_code' : 'identity.no_account',
        locale: visitor.locale,
        subject: account?.id ?? null,
        genuine: account !== null,
        data: {},
      },
    })
  })
}
