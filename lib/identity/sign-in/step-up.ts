import { type Grant, inScope, type PersonActor, subjectOf } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { verifyPassword } from '#lib/platform/crypto/index.ts'
import type { Tx } from '#lib/platform/database/index.ts'
import { isLocale } from '#lib/platform/i18n/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { claimCode, issueCode, limitCodes } from '../codes/one-time-code.ts'
import { refuseClaim } from '../codes/refuse-claim.ts'
import { countAttempt, forgiveAttempt, limitAddress } from '../count-attempt.ts'
import { sessionConfirmed } from '../events.ts'
import { identifierIndex, maskIdentifier } from '../names/normalise-identifier.ts'
import { contactOf, readIdentifiers } from '../names/read-identifiers.ts'
import type { ConfirmByPassword, EnterCode } from '../schema.ts'
import type { SessionToken } from '../session-cookie.ts'
import { rotateSession } from '../sessions/open-session.ts'
import type { Visitor } from '../visitor.ts'
import { recordSignIn } from './record-sign-in.ts'

type StepUp = Grant<'sessions:step-up'>

/** How the person can prove once more who they are. */
export interface StepUpWays {
  readonly password: boolean
  /** Where a code would go, half hidden; null where there is no verified address. */
  readonly code: { readonly channel: 'mail' | 'sms'; readonly to: string } | null
}

export async function findStepUpWays(grant: StepUp): Promise<StepUpWays> {
  return inScope(grant, async (tx) => {
    const account = await accountOf(tx, grant)
    const contact = contactOf(await readIdentifiers(tx, grant.brand, account.id))
    const kind = contact?.channel === 'sms' ? 'phone' : 'email'
    return {
      password: account.passwordHash !== null,
      code: contact && { channel: contact.channel, to: maskIdentifier(kind, contact.to) },
    }
  })
}

/**
 * Counts the session as just proven, by the password. It gets a new secret (ASVS 7.2.4), and what needs a recent
 * sign-in is open for five minutes.
 * @throws Refusal `identity.wrong`, `web.rate_limited`
 */
export async function confirmByPassword(
  grant: StepUp,
  input: Pick<ConfirmByPassword, 'password'>,
  visitor: Visitor,
): Promise<SessionToken> {
  const subject = subjectOf(grant)
  const attempt = await countAttempt(grant.brand, visitor.address, subject)
  const { passwordHash } = await inScope(grant, (tx) => accountOf(tx, grant))
  const fits = await verifyPassword(passwordHash, input.password)
  const token = await inScope(grant, async (tx) => {
    const whose = { brand: grant.brand, subject }
    await recordSignIn(tx, whose, visitor, { outcome: fits ? 'success' : 'wrong_password', method: 'step_up' })
    if (!fits) return null
    await forgiveAttempt(tx, attempt)
    return confirm(tx, grant)
  })
  if (!token) throw new Refusal('identity.password_wrong', { field: 'password' })
  return token
}

/**
 * Sends a code to confirm with, to the account's own address.
 * @throws Refusal `identity.not_offered` where it has none, `web.rate_limited`
 */
export async function sendStepUpCode(grant: StepUp, visitor: Visitor): Promise<string> {
  const subject = subjectOf(grant)
  const contact = await inScope(grant, async (tx) => contactOf(await readIdentifiers(tx, grant.brand, subject)))
  if (!contact) throw new Refusal('identity.not_offered')
  const index = identifierIndex(grant.brand, { kind: 'account_name', key: subject })
  await limitAddress(grant.brand, visitor.address)
  await limitCodes('step_up', index)
  return inScope(grant, async (tx) => {
    const { locale } = await accountOf(tx, grant)
    return issueCode(tx, grant.brand, {
      purpose: 'step_up',
      index,
      content: {
        ...contact,
        kind: 'identity.step_up_code',
        locale: isLocale(locale) ? locale : visitor.locale,
        subject,
        genuine: true,
      },
    })
  })
}

/**
 * Counts the session as just proven, by a code that was sent to the same person.
 * @throws Refusal `identity.code_wrong`, `identity.code_gone`
 */
export async function confirmByCode(
  grant: StepUp,
  input: Pick<EnterCode, 'ticket' | 'code'>,
  visitor: Visitor,
): Promise<SessionToken> {
  const subject = subjectOf(grant)
  const done = await inScope(grant, async (tx) => {
    const claim = await claimCode(tx, grant.brand, 'step_up', input)
    if (claim.kind === 'gone' || claim.content.subject !== subject) return 'gone'
    const outcome = claim.kind === 'right' ? 'success' : 'wrong_code'
    await recordSignIn(tx, { brand: grant.brand, subject }, visitor, { outcome, method: 'step_up' })
    return claim.kind === 'right' ? confirm(tx, grant) : 'wrong'
  })
  return typeof done === 'string' ? refuseClaim(done) : done
}

async function confirm(tx: Tx, grant: StepUp): Promise<SessionToken> {
  const { sessionId } = personOf(grant)
  await audit.record(tx, grant, sessionConfirmed(sessionId))
  return rotateSession(tx, sessionId)
}

function personOf({ actor }: StepUp): PersonActor {
  if (actor.kind !== 'person') throw new Error('only a person confirms')
  return actor
}

function accountOf(tx: Tx, grant: StepUp) {
  return tx.account.findFirstOrThrow({
    where: { id: subjectOf(grant), brand: grant.brand },
    select: { id: true, passwordHash: true, locale: true },
  })
}
