import { v7 as uuid } from 'uuid'
import { type Grant, inScope, limitRate } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { getManifest, type Manifest, policyInForce } from '#lib/brands/index.ts'
import { queueMail } from '#lib/notifications/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { blindIndex, randomToken, seal, sha256 } from '#lib/platform/crypto/index.ts'
import type { Tx } from '#lib/platform/database/index.ts'
import type { Locale } from '#lib/platform/i18n/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { guardianAsked, guardianDecided } from '../events.ts'
import {
  type Identifier,
  identifierIndex,
  normaliseIdentifier,
  recogniseIdentifier,
} from '../names/normalise-identifier.ts'
import type { AskGuardian, DecideAsGuardian } from '../schema.ts'
import { ageFault } from './age.ts'

/** Days for a guardian to decide, and after that for the child to sign up. */
const GUARDIAN_DAYS = 14
/** Mails to one address in a day. */
const PER_ADDRESS = { times: 3, minutes: 1440 }

/**
 * Asks a parent or guardian by mail whether a child may have an account (ENB-15). Until they agree there is none, and
 * what was told is forgotten after two weeks.
 * @throws Refusal `identity.contact_form`, `identity.birth_date`, `identity.guardian_not_needed`, `identity.guardian_same`,
 *   `web.rate_limited`
 */
export async function askGuardian(grant: Grant<'identity:sign-up'>, input: AskGuardian, locale: Locale): Promise<void> {
  const manifest = getManifest(grant.brand)
  const child = recogniseIdentifier(manifest, input.child)
  if (!child) throw new Refusal('identity.contact_form', { field: 'child' })
  const fault = ageFault(manifest, input.birthDate)
  if (fault !== 'identity.guardian_needed')
    throw new Refusal(fault ?? 'identity.guardian_not_needed', { field: 'birthDate', age: manifest.minimumAge })
  // Nobody agrees for themselves.
  if (child.kind === 'email' && child.key === normaliseIdentifier(manifest, 'email', input.guardian)?.key)
    throw new Refusal('identity.guardian_same', { field: 'guardian' })
  const guardian = blindIndex(`guardian ${grant.brand}`, input.guardian.toLowerCase()).toString('hex')
  await limitRate(`guardian ${guardian}`, PER_ADDRESS)
  const [id, secret] = [uuid(), randomToken()]
  await inScope(grant, async (tx) => {
    await tx.guardianConsent.create({
      data: {
        id,
        brand: grant.brand,
        childIndex: identifierIndex(grant.brand, child),
        birthDate: new Date(`${input.birthDate}T00:00:00Z`),
        sealedGuardian: seal(input.guardian, `guardian_consent ${id}`),
        policyVersion: policyInForce(manifest, clock.now()).version,
        locale,
        secretHash: sha256(secret),
        askedAt: clock.now(),
        expiresAt: clock.inDays(GUARDIAN_DAYS),
      },
      select: { id: true },
    })
    await audit.record(tx, grant, guardianAsked(id))
    await queueMail(
      tx,
      { brand: grant.brand, subject: null },
      {
        kind: 'identity.guardian',
        to: input.guardian,
        locale,
        values: { age: manifest.guardianBelow ?? 0, days: GUARDIAN_DAYS },
        path: `/${grant.brand}/guardian/${secret}`,
      },
    )
  })
}

/** What a guardian is asked; names nobody. */
export interface GuardianQuestion {
  readonly state: string
  readonly askedAt: Date
  readonly expiresAt: Date
  readonly policyVersion: string
  /** Whether the child has signed up since. */
  readonly hasAccount: boolean
}

/**
 * The question to which a mailed link leads; null where it is past its time. Once there is an account the link stays the
 * way by which the agreement is taken back.
 */
export async function findGuardianQuestion(
  grant: Grant<'guardians:decide'>,
  token: string,
): Promise<GuardianQuestion | null> {
  const row = await inScope(grant, (tx) =>
    tx.guardianConsent.findFirst({
      where: {
        brand: grant.brand,
        secretHash: sha256(token),
        OR: [{ subjectId: { not: null } }, { expiresAt: { gt: clock.now() } }],
      },
      select: { state: true, askedAt: true, expiresAt: true, policyVersion: true, subjectId: true },
    }),
  )
  if (!row) return null
  const { subjectId, ...question } = row
  return { ...question, hasAccount: subjectId !== null }
}

/**
 * A guardian agrees or refuses, once. An agreement lets the child sign up with the same number and date of birth in the
 * two weeks that follow.
 * @throws Refusal `identity.guardian_gone`
 */
export async function decideAsGuardian(grant: Grant<'guardians:decide'>, input: DecideAsGuardian): Promise<void> {
  await inScope(grant, async (tx) => {
    const [row] = await tx.guardianConsent.updateManyAndReturn({
      where: {
        brand: grant.brand,
        secretHash: sha256(input.token),
        state: 'asked',
        expiresAt: { gt: clock.now() },
      },
      data: { state: input.decision, decidedAt: clock.now(), expiresAt: clock.inDays(GUARDIAN_DAYS) },
      select: { id: true },
    })
    if (!row) throw new Refusal('identity.guardian_gone')
    await audit.record(tx, grant, guardianDecided(row.id, input.decision))
  })
}

/** Whether a guardian agreed that whoever signs in by one of these, born on that day, may have an account. */
export async function guardianAgreed(
  grant: Grant<'identity:sign-up'>,
  manifest: Manifest,
  identifiers: readonly Identifier[],
  birthDate: string | undefined,
): Promise<boolean> {
  if (!birthDate || ageFault(manifest, birthDate) !== 'identity.guardian_needed') return false
  const count = await inScope(grant, (tx) =>
    tx.guardianConsent.count({
      where: {
        brand: manifest.key,
        childIndex: { in: identifiers.map((identifier) => identifierIndex(manifest.key, identifier)) },
        birthDate: new Date(`${birthDate}T00:00:00Z`),
        state: 'agreed',
        subjectId: null,
        expiresAt: { gt: clock.now() },
      },
    }),
  )
  return count > 0
}

/** Keeps the proof of the agreement with the account that came of it. */
export async function linkGuardian(
  tx: Tx,
  brand: string,
  subject: string,
  identifiers: readonly Identifier[],
): Promise<void> {
  const childIndex = { in: identifiers.map((identifier) => identifierIndex(brand, identifier)) }
  await tx.guardianConsent.updateMany({
    where: { brand, childIndex, state: 'agreed', subjectId: null },
    data: { subjectId: subject },
  })
}

/** Removes questions of which no account came in their time. */
export async function purgeGuardians(tx: Tx): Promise<void> {
  await tx.guardianConsent.deleteMany({ where: { subjectId: null, expiresAt: { lt: clock.now() } } })
}
