import { findSubjectByIdentifier } from '#lib/identity/index.ts'
import type { Tx } from '#lib/platform/database/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import type { Exercise } from './message.ts'

const E164 = /^\+[1-9]\d{6,14}$/

/** What an agent says of a person's identity (DRP 3.04). */
export type Claims = Pick<Exercise, 'email' | 'email_verified' | 'phone_number' | 'phone_number_verified'>

/**
 * Where the person of a request is asked whether it is theirs. Only what the agent verified counts: whatever else it
 * says of a person is read by nobody but them. Of two verified claims the one that leads to an account, and where both
 * lead to one it must be the same. What comes back is the same whether there is an account or not.
 * @throws Refusal `agents.contact_missing`, `agents.unverified`, `agents.phone_form`, `agents.contradiction`
 */
export async function matchIdentity(tx: Tx, brand: string, claims: Claims): Promise<string> {
  const email = claims.email_verified ? claims.email : undefined
  const phone = claims.phone_number_verified ? claims.phone_number : undefined
  if (!claims.email && !claims.phone_number) throw new Refusal('agents.contact_missing')
  if (!email && !phone) throw new Refusal('agents.unverified')
  if (phone && !E164.test(phone)) throw new Refusal('agents.phone_form')
  const byEmail = email ? await findSubjectByIdentifier(tx, brand, email) : null
  const byPhone = phone ? await findSubjectByIdentifier(tx, brand, phone) : null
  if (byEmail && byPhone && byEmail !== byPhone) throw new Refusal('agents.contradiction')
  return (byPhone && !byEmail ? phone : email) ?? phone ?? ''
}
