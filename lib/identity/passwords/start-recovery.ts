import { type Grant, inScope } from '#lib/access/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import type { Tx } from '#lib/platform/database/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { issueCode, limitCodes } from '../codes/one-time-code.ts'
import { limitAddress } from '../count-attempt.ts'
import { findAccount } from '../names/find-account.ts'
import { type Identifier, identifierIndex, recogniseIdentifier } from '../names/normalise-identifier.ts'
import { contactOf, readIdentifiers } from '../names/read-identifiers.ts'
import type { AskForCode } from '../schema.ts'
import type { Visitor } from '../visitor.ts'

/**
 * Sends a code with which a new password can be set: to the address that was named, or to the one of the account that
 * was named (ECH-02). The answer, a ticket, is the same where there is no account and where there is no address.
 * @throws Refusal `web.rate_limited`, `identity.not_offered` for brands without passwords
 */
export async function startRecovery(
  grant: Grant<'identity:recover'>,
  input: Pick<AskForCode, 'identifier'>,
  visitor: Visitor,
): Promise<string> {
  const manifest = getManifest(grant.brand)
  if (manifest.signIn.proof !== 'password') throw new Refusal('identity.not_offered')
  const identifier = recogniseIdentifier(manifest, input.identifier) ?? unknown(input.identifier)
  await limitAddress(grant.brand, visitor.address)
  const index = identifierIndex(grant.brand, identifier)
  await limitCodes('recovery', index)
  return inScope(grant, async (tx) => {
    const account = await findAccount(tx, grant.brand, identifier)
    const target = await targetOf(tx, grant.brand, identifier, account?.id ?? null)
    return issueCode(tx, grant.brand, {
      purpose: 'recovery',
      index,
      content: {
        ...target,
        hinted: identifier.kind !== 'account_name',
        kind: account ? 'identity.recovery_code' : 'identity.no_account',
        locale: visitor.locale,
        subject: account?.id ?? null,
        genuine: account !== null && target.to !== null,
        data: { named: identifier.kind },
      },
    })
  })
}

// What cannot be any name is answered like a name that nobody has.
function unknown(written: string): Identifier {
  return { kind: 'account_name', value: written, key: written.normalize('NFKC').toLowerCase() }
}

async function targetOf(tx: Tx, brand: string, { kind, value }: Identifier, subject: string | null) {
  if (kind !== 'account_name') return { channel: kind === 'phone' ? ('sms' as const) : ('mail' as const), to: value }
  const contact = subject ? contactOf(await readIdentifiers(tx, brand, subject)) : null
  return contact ?? { channel: 'mail' as const, to: null }
}
