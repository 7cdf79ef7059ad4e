import { z } from 'zod'
import { type Grant, inScope, subjectOf } from '#lib/access/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import type { Tx } from '#lib/platform/database/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { claimCode, findTicket, issueCode, limitCodes } from '../codes/one-time-code.ts'
import { limitAddress } from '../count-attempt.ts'
import type { EnterCode } from '../schema.ts'
import type { Visitor } from '../visitor.ts'
import { findIdentifier } from './find-account.ts'
import { type IdentifierKind, identifierIndex, normaliseIdentifier } from './normalise-identifier.ts'

type Prove = Grant<'requests:prove-value'>

/** An address or number that is to become a name of sign-in, and what waits for its proof. */
export interface AddressToProve {
  readonly kind: IdentifierKind
  readonly value: string
  readonly request: string
}

const Waiting = z.object({ request: z.string(), value: z.string() })

/**
 * Sends a code to an address or number that is not yet a name of sign-in. Where it belongs to another account its owner
 * is told so, no code ever fits, and the answer here is the same.
 * @returns the ticket under which the code is entered
 * @throws Refusal `requests.value_form`, `web.rate_limited`
 */
export async function sendAddressCode(grant: Prove, input: AddressToProve, visitor: Visitor): Promise<string> {
  const { brand } = grant
  const { kind, request } = input
  const identifier = normaliseIdentifier(getManifest(brand), kind, input.value)
  if (!identifier || kind === 'account_name') throw new Refusal('requests.value_form')
  await limitAddress(brand, visitor.address)
  const index = identifierIndex(brand, identifier)
  await limitCodes('address', index)
  return inScope(grant, async (tx) => {
    const taken = await findIdentifier(tx, brand, identifier)
    const genuine = taken === null || taken.subjectId === subjectOf(grant)
    return issueCode(tx, brand, {
      purpose: 'address',
      index,
      content: {
        channel: kind === 'phone' ? 'sms' : 'mail',
        to: identifier.value,
        kind: genuine ? 'identity.change_code' : 'identity.account_exists',
        locale: visitor.locale,
        subject: subjectOf(grant),
        genuine,
        data: { request, value: input.value },
      },
    })
  })
}

/**
 * Tries the code. The attempt counts in the caller's transaction, which must commit also when the code is wrong.
 * @returns for which request and which value it was; or why it does not open anything
 */
export async function claimAddressCode(
  tx: Tx,
  grant: Prove,
  input: Pick<EnterCode, 'ticket' | 'code'>,
): Promise<{ readonly request: string; readonly value: string } | 'wrong' | 'gone'> {
  // Looked up first: somebody else who tries it uses up neither the code nor an attempt.
  const waiting = await findTicket(tx, grant.brand, input.ticket, 'address')
  if (waiting?.content.subject !== subjectOf(grant)) return 'gone'
  const claim = await claimCode(tx, grant.brand, 'address', input)
  if (claim.kind === 'gone') return 'gone'
  return claim.kind === 'wrong' ? 'wrong' : Waiting.parse(claim.content.data)
}
