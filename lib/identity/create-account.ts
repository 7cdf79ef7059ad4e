import { randomInt } from 'node:crypto'
import { v7 as uuid } from 'uuid'
import type { Grant } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { getManifest, type Manifest, policyText } from '#lib/brands/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { seal, sha256 } from '#lib/platform/crypto/index.ts'
import type { Tx } from '#lib/platform/database/index.ts'
import type { Locale } from '#lib/platform/i18n/index.ts'
import { accountCreated } from './events.ts'
import { type Identifier, identifierIndex } from './names/normalise-identifier.ts'

export interface NewAccount {
  readonly identifiers: readonly Identifier[]
  readonly passwordHash: string | null
  /** YYYY-MM-DD; null where the brand keeps none. */
  readonly birthDate: string | null
  readonly locale: Locale
  /** The version of the policy that was accepted, and shown in `locale`. */
  readonly policyVersion: string
  readonly cameThrough?: string | null
  /** Plain fields of the profile, where they are known from the start. */
  readonly profile?: Readonly<Record<string, string>>
  /** For the demo's accounts, which are the same in every run. */
  readonly fixed?: { readonly id: string; readonly ref: string; readonly at: Date }
}

/**
 * Makes an account with its identifiers, an empty profile and the acceptance of the policy, all in the caller's
 * transaction. No consent to anything optional comes with it.
 * @throws a duplicate fault of the database where an identifier is taken
 */
export async function createAccount(
  tx: Tx,
  grant: Grant<'identity:sign-up' | 'demo:seed'>,
  account: NewAccount,
): Promise<{ id: string; ref: string }> {
  const manifest = getManifest(grant.brand)
  const { id, ref, at } = account.fixed ?? { id: uuid(), ref: newRef(manifest), at: clock.now() }
  await tx.account.create({
    data: {
      id,
      brand: manifest.key,
      ref,
      locale: account.locale,
      zone: manifest.zone,
      birthDate: account.birthDate ? new Date(`${account.birthDate}T00:00:00Z`) : null,
      passwordHash: account.passwordHash,
      cameThrough: account.cameThrough ?? null,
      createdAt: at,
    },
    select: { id: true },
  })
  for (const identifier of account.identifiers) await addIdentifier(tx, grant, id, identifier, at)
  await tx.profile.create({
    data: { subjectId: id, brand: manifest.key, fields: { ...account.profile }, updatedAt: at },
    select: { subjectId: true },
  })
  await acceptPolicy(tx, manifest, id, account, at)
  await audit.record(tx, grant, accountCreated(id))
  return { id, ref }
}

/** Stores a name by which a person signs in from now on; a verified kind has been proven by a code. */
export async function addIdentifier(
  tx: Tx,
  grant: Grant,
  subject: string,
  identifier: Identifier,
  at: Date,
): Promise<void> {
  const id = uuid()
  const asked = getManifest(grant.brand).signIn.identifiers.find(({ kind }) => kind === identifier.kind)
  await tx.signInIdentifier.create({
    data: {
      id,
      brand: grant.brand,
      subjectId: subject,
      kind: identifier.kind,
      blindIndex: identifierIndex(grant.brand, identifier),
      sealed: seal(identifier.value, identifierContext(id)),
      verifiedAt: asked?.verified ? at : null,
      createdAt: at,
    },
    select: { id: true },
  })
}

/** Binds a sealed identifier to its row. */
export function identifierContext(id: string): string {
  return `sign_in_identifier ${id}`
}

async function acceptPolicy(tx: Tx, manifest: Manifest, subject: string, account: NewAccount, at: Date) {
  const policy = manifest.policies.find(({ version }) => version === account.policyVersion)
  if (!policy) throw new Error(`${manifest.key} has no policy version ${account.policyVersion}`)
  await tx.policyAcceptance.create({
    data: {
      brand: manifest.key,
      subjectId: subject,
      version: policy.version,
      locale: account.locale,
      textHash: sha256(policyText(policy, account.locale)),
      acceptedAt: at,
    },
    select: { id: true },
  })
}

// Without letters and digits that are mistaken for each other: people read it out on the phone.
const LETTERS = '23456789ABCDEFGHJKMNPQRSTVWXYZ'

function newRef(manifest: Manifest): string {
  const random = Array.from({ length: 10 }, () => LETTERS[randomInt(LETTERS.length)]).join('')
  return `${manifest.mark.letters.toUpperCase()}-${random}`
}
