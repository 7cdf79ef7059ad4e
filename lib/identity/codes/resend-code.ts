import { type Grant, inScope } from '#lib/access/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { maskIdentifier } from '../names/normalise-identifier.ts'
import { type CodePurpose, findTicket, limitCodes, reissueCode } from './one-time-code.ts'

type Sender =
  | 'identity:sign-up'
  | 'identity:sign-in'
  | 'identity:recover'
  | 'sessions:step-up'
  | 'identifiers:change'
  | 'requests:prove-value'

const PURPOSE: Record<Sender, CodePurpose> = {
  'identity:sign-up': 'sign_up',
  'identity:sign-in': 'sign_in',
  'identity:recover': 'recovery',
  'sessions:step-up': 'step_up',
  'identifiers:change': 'identifier',
  'requests:prove-value': 'address',
}

/**
 * Sends another code for a ticket, at most one a minute and five an hour; nothing typed before is lost.
 * @throws Refusal `identity.code_gone`, `web.rate_limited`
 */
export async function resendCode(grant: Grant<Sender>, input: { readonly ticket: string }): Promise<void> {
  const purpose = PURPOSE[grant.permission]
  const found = await findOwnTicket(grant, input.ticket)
  if (!found) throw new Refusal('identity.code_gone', { field: 'code' })
  await limitCodes(purpose, found.index)
  const sent = await inScope(grant, (tx) => reissueCode(tx, grant.brand, input.ticket))
  if (!sent) throw new Refusal('identity.code_gone', { field: 'code' })
}

/** Where a code went, half hidden, for the page on which it is typed; null once the ticket is used or long past. */
export async function findSentCode(
  grant: Grant<Sender>,
  ticket: string,
): Promise<{ readonly channel: 'mail' | 'sms'; readonly to: string | null } | null> {
  const found = await findOwnTicket(grant, ticket)
  if (!found) return null
  const { channel, to, hinted } = found.content
  return { channel, to: to && hinted ? maskIdentifier(channel === 'sms' ? 'phone' : 'email', to) : null }
}

// Whoever is signed in sees tickets of their own only.
async function findOwnTicket(grant: Grant<Sender>, ticket: string) {
  const found = await inScope(grant, (tx) => findTicket(tx, grant.brand, ticket, PURPOSE[grant.permission]))
  return grant.subject === null || found?.content.subject === grant.subject ? found : null
}
