import { type Grant, inScope, limitRate } from '#lib/access/index.ts'
import { refuseIfEnding } from '#lib/brand-status/index.ts'
import { getManifest, type Manifest } from '#lib/brands/index.ts'
import { hashPassword } from '#lib/platform/crypto/index.ts'
import { isDuplicate, type Tx } from '#lib/platform/database/index.ts'
import { networkOf } from '#lib/platform/network/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { issueCode, limitCodes } from '../codes/one-time-code.ts'
import type { NewAccount } from '../create-account.ts'
import { ageProof } from '../guardians/age.ts'
import { guardianAgreed } from '../guardians/guardian-consent.ts'
import { findIdentifier } from '../names/find-account.ts'
import { type Identifier, identifierIndex } from '../names/normalise-identifier.ts'
import type { SignUp } from '../schema.ts'
import type { SessionToken } from '../session-cookie.ts'
import type { Visitor } from '../visitor.ts'
import { registerAccount } from './register-account.ts'
import { identifiersGiven, signUpFaults } from './sign-up-faults.ts'

const PER_ADDRESS = { times: 60, minutes: 60 }

/** Signed up and in, or a ticket for the code that was sent. */
export type SignUpStep =
  | { readonly kind: 'signed_in'; readonly token: SessionToken }
  | { readonly kind: 'code'; readonly ticket: string }

/**
 * Takes the details of a sign-up. Where an address must be verified, a code goes there and there is no account before
 * it comes back; an address that has an account gets a mail saying so, and the answer here is the same. An account
 * name cannot be hidden: it is free or taken, and asking is limited.
 * @throws Refusal for the first detail to be mended, `identity.account_name_taken`, `web.rate_limited`
 */
export async function startSignUp(
  grant: Grant<'identity:sign-up'>,
  input: SignUp,
  visitor: Visitor,
): Promise<SignUpStep> {
  const manifest = getManifest(grant.brand)
  const faults = signUpFaults(manifest, input)
  const agreed = await guardianAgreed(grant, manifest, identifiersGiven(manifest, input), input.birthDate)
  const fault = faults.find(({ code }) => !(agreed && code === 'identity.guardian_needed'))
  if (fault) throw new Refusal(fault.code, refusalDetails(manifest, fault.field))
  await limitRate(`sign-up ${networkOf(visitor.address)}`, PER_ADDRESS)
  const account = await accountOf(manifest, input, visitor)
  const verified = account.identifiers.find((identifier) => isVerified(manifest, identifier))
  if (verified) await limitCodes('sign_up', identifierIndex(grant.brand, verified))
  try {
    return await inScope(grant, async (tx): Promise<SignUpStep> => {
      await refuseIfEnding(tx, grant.brand)
      await refuseTakenName(tx, grant.brand, account)
      if (verified) return { kind: 'code', ticket: await sendCode(tx, grant.brand, account, verified) }
      return { kind: 'signed_in', token: await registerAccount(tx, grant, account, visitor) }
    })
  } catch (raced) {
    throw isDuplicate(raced) ? nameTaken() : raced
  }
}

/** What a sentence about a fault of sign-up may name. */
export function refusalDetails(manifest: Manifest, field: string) {
  return { field, age: manifest.guardianBelow ?? manifest.minimumAge, contact: manifest.controller.email }
}

async function accountOf(manifest: Manifest, input: SignUp, visitor: Visitor): Promise<NewAccount> {
  return {
    identifiers: identifiersGiven(manifest, input),
    passwordHash: manifest.signIn.proof === 'password' ? await hashPassword(input.password ?? '') : null,
    birthDate: ageProof(manifest) === 'birth_date' ? (input.birthDate ?? null) : null,
    locale: visitor.locale,
    policyVersion: input.policyVersion ?? '',
    cameThrough: manifest.entryApps.find((app) => app.key === input.app)?.key ?? null,
  }
}

async function sendCode(tx: Tx, brand: string, account: NewAccount, verified: Identifier): Promise<string> {
  const genuine = (await findIdentifier(tx, brand, verified)) === null
  return issueCode(tx, brand, {
    purpose: 'sign_up',
    index: identifierIndex(brand, verified),
    content: {
      channel: verified.kind === 'phone' ? 'sms' : 'mail',
      to: verified.value,
      kind: genuine ? 'identity.sign_up_code' : 'identity.account_exists',
      locale: account.locale,
      subject: null,
      genuine,
      data: { account },
    },
  })
}

async function refuseTakenName(tx: Tx, brand: string, account: NewAccount): Promise<void> {
  const name = account.identifiers.find(({ kind }) => kind === 'account_name')
  if (name && (await findIdentifier(tx, brand, name))) throw nameTaken()
}

function nameTaken() {
  return new Refusal('identity.account_name_taken', { field: 'account_name' })
}

function isVerified(manifest: Manifest, { kind }: Identifier): boolean {
  return manifest.signIn.identifiers.some((asked) => asked.kind === kind && asked.verified)
}
