import { z } from 'zod'
import { type Grant, inScope, subjectOf } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { getManifest, type Manifest } from '#lib/brands/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { isDuplicate, type Tx } from '#lib/platform/database/index.ts'
import { Refusal, type RefusalCode } from '#lib/platform/refusal.ts'
import { claimCode, issueCode, limitCodes } from '../codes/one-time-code.ts'
import { refuseClaim } from '../codes/refuse-claim.ts'
import { limitAddress } from '../count-attempt.ts'
import { addIdentifier } from '../create-account.ts'
import { identifierChanged, identifierRemoved } from '../events.ts'
import { notifyPerson } from '../notify-person.ts'
import type { ChangeIdentifier, EnterCode, RemoveIdentifier } from '../schema.ts'
import type { Visitor } from '../visitor.ts'
import { findIdentifier } from './find-account.ts'
import { type Identifier, type IdentifierKind, identifierIndex, normaliseIdentifier } from './normalise-identifier.ts'
import { readIdentifiers } from './read-identifiers.ts'

type Change = Grant<'identifiers:change'>

const WRONG: Record<IdentifierKind, RefusalCode> = {
  account_name: 'identity.account_name_form',
  email: 'identity.email_form',
  phone: 'identity.phone_form',
}
const Pending = z.object({
  identifier: z.object({ kind: z.enum(['account_name', 'email', 'phone']), value: z.string(), key: z.string() }),
})

/**
 * Gives the account another address, number or name, or a first one of its kind. What must be verified gets a code
 * first and answers its ticket; whether it belongs to another account is told to its owner only. A name changes at once.
 * @throws Refusal `identity.by_request` where the brand changes it by a request only (ENB-06), the fault of its form,
 *   `identity.account_name_taken`, `web.rate_limited`
 */
export async function startIdentifierChange(
  grant: Change,
  input: ChangeIdentifier,
  visitor: Visitor,
): Promise<{ readonly ticket: string } | null> {
  const manifest = getManifest(grant.brand)
  const asked = changeable(manifest, input.kind)
  const identifier = normaliseIdentifier(manifest, input.kind, input.value)
  if (!identifier) throw new Refusal(WRONG[input.kind], { field: 'value' })
  await limitAddress(grant.brand, visitor.address)
  if (!asked.verified) {
    await replaceOrRefuse(grant, identifier)
    return null
  }
  const index = identifierIndex(grant.brand, identifier)
  await limitCodes('identifier', index)
  return inScope(grant, async (tx) => {
    const taken = await findIdentifier(tx, grant.brand, identifier)
    const genuine = taken === null || taken.subjectId === subjectOf(grant)
    const ticket = await issueCode(tx, grant.brand, {
      purpose: 'identifier',
      index,
      content: {
        channel: identifier.kind === 'phone' ? 'sms' : 'mail',
        to: identifier.value,
        kind: genuine ? 'identity.change_code' : 'identity.account_exists',
        locale: visitor.locale,
        subject: subjectOf(grant),
        genuine,
        data: { identifier },
      },
    })
    return { ticket }
  })
}

/**
 * Takes the new address or number into use once its code comes back; the old one is told.
 * @throws Refusal `identity.code_wrong`, `identity.code_gone`
 */
export async function finishIdentifierChange(grant: Change, input: Pick<EnterCode, 'ticket' | 'code'>): Promise<void> {
  try {
    const done = await inScope(grant, async (tx) => {
      const claim = await claimCode(tx, grant.brand, 'identifier', input)
      if (claim.kind === 'gone' || claim.content.subject !== subjectOf(grant)) return 'gone'
      if (claim.kind === 'wrong') return 'wrong'
      await replace(tx, grant, Pending.parse(claim.content.data).identifier)
      return null
    })
    if (done) refuseClaim(done)
  } catch (raced) {
    throw isDuplicate(raced) ? new Refusal('identity.code_gone', { field: 'code' }) : raced
  }
}

/**
 * Removes an address, number or name that the account can do without.
 * @throws Refusal `identity.identifier_needed`, `identity.by_request`
 */
export async function removeIdentifier(grant: Change, { kind }: RemoveIdentifier): Promise<void> {
  const manifest = getManifest(grant.brand)
  const asked = changeable(manifest, kind)
  await inScope(grant, async (tx) => {
    const held = await readIdentifiers(tx, grant.brand, subjectOf(grant))
    const left = held.filter((identifier) => identifier.kind !== kind)
    const enough = manifest.signIn.anyOf ? left.length > 0 : !asked.required
    if (!enough || left.length === 0) throw new Refusal('identity.identifier_needed')
    await tx.signInIdentifier.deleteMany({ where: { brand: grant.brand, subjectId: subjectOf(grant), kind } })
    await audit.record(tx, grant, identifierRemoved(kind))
    await tell(tx, grant, held)
  })
}

async function replaceOrRefuse(grant: Change, identifier: Identifier): Promise<void> {
  try {
    await inScope(grant, (tx) => replace(tx, grant, identifier))
  } catch (fault) {
    throw isDuplicate(fault) ? new Refusal('identity.account_name_taken', { field: 'value' }) : fault
  }
}

async function replace(tx: Tx, grant: Change, identifier: Identifier): Promise<void> {
  const subject = subjectOf(grant)
  const before = await readIdentifiers(tx, grant.brand, subject)
  await tx.signInIdentifier.deleteMany({ where: { brand: grant.brand, subjectId: subject, kind: identifier.kind } })
  await addIdentifier(tx, grant, subject, identifier, clock.now())
  await audit.record(tx, grant, identifierChanged(identifier.kind))
  await tell(tx, grant, before)
}

// The addresses from before: who took over an account must not be the only one to hear of it.
async function tell(tx: Tx, grant: Change, at: Awaited<ReturnType<typeof readIdentifiers>>): Promise<void> {
  await notifyPerson(tx, { brand: grant.brand, subject: subjectOf(grant) }, { kind: 'identity.identifier_changed', at })
}

function changeable(manifest: Manifest, kind: IdentifierKind) {
  const asked = manifest.signIn.identifiers.find((identifier) => identifier.kind === kind)
  if (!asked) throw new Refusal('identity.not_offered')
  if (asked.changedBy === 'request') throw new Refusal('identity.by_request', { field: 'value' })
  return asked
}
