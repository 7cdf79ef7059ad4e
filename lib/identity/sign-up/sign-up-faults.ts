import { type Manifest, policyInForce } from '#lib/brands/index.ts'
import { clock } from '#lib/platform/clock.ts'
import type { RefusalCode } from '#lib/platform/refusal.ts'
import { ageFault, ageProof } from '../guardians/age.ts'
import {
  type Identifier,
  type IdentifierKind,
  normaliseIdentifier,
  recogniseIdentifier,
} from '../names/normalise-identifier.ts'
import { passwordFault } from '../passwords/password-fault.ts'
import type { SignUp } from '../schema.ts'

export interface SignUpFault {
  readonly field: keyof SignUp
  readonly code: RefusalCode
}

type Asked = Manifest['signIn']['identifiers'][number]

/**
 * The identifiers that sign-up asks for: the required ones, and an optional one only where that does not make two codes
 * to type; the others can be added later. None of them by itself where any one of them is enough.
 */
export function askedIdentifiers({ signIn }: Manifest): readonly Asked[] {
  if (signIn.anyOf) return []
  const needed = signIn.identifiers.filter((identifier) => identifier.required)
  return needed.some((identifier) => identifier.verified) ? needed : signIn.identifiers
}

/** What a form names, in the order in which it is asked; the first to be verified gets the code. */
export function identifiersGiven(manifest: Manifest, input: SignUp): Identifier[] {
  if (manifest.signIn.anyOf) {
    const found = recogniseIdentifier(manifest, input.contact ?? '')
    return found ? [found] : []
  }
  return askedIdentifiers(manifest).flatMap(({ kind }) => normaliseIdentifier(manifest, kind, input[kind] ?? '') ?? [])
}

/** Everything that must be mended before somebody can sign up, decided by the manifest and nothing else. */
export function signUpFaults(manifest: Manifest, input: SignUp): SignUpFault[] {
  return [
    ...identifierFaults(manifest, input),
    ...passwordFaults(manifest, input),
    ...ageFaults(manifest, input),
    ...policyFaults(manifest, input),
  ]
}

const WRONG: Record<IdentifierKind, RefusalCode> = {
  account_name: 'identity.account_name_form',
  email: 'identity.email_form',
  phone: 'identity.phone_form',
}

function identifierFaults(manifest: Manifest, input: SignUp): SignUpFault[] {
  if (manifest.signIn.anyOf) {
    if (!input.contact) return [{ field: 'contact', code: 'web.field_missing' }]
    return recogniseIdentifier(manifest, input.contact) ? [] : [{ field: 'contact', code: 'identity.contact_form' }]
  }
  return askedIdentifiers(manifest).flatMap(({ kind, required }): SignUpFault[] => {
    const written = input[kind]
    if (!written) return required ? [{ field: kind, code: 'web.field_missing' }] : []
    return normaliseIdentifier(manifest, kind, written) ? [] : [{ field: kind, code: WRONG[kind] }]
  })
}

function passwordFaults(manifest: Manifest, input: SignUp): SignUpFault[] {
  if (manifest.signIn.proof !== 'password') return []
  const near = [manifest.name, input.account_name ?? '', input.email ?? '', input.contact ?? '']
  const code = passwordFault(input.password ?? '', near)
  return code ? [{ field: 'password', code: input.password ? code : 'web.field_missing' }] : []
}

function ageFaults(manifest: Manifest, input: SignUp): SignUpFault[] {
  switch (ageProof(manifest)) {
    case 'none':
      return []
    case 'word':
      return input.ofAge ? [] : [{ field: 'ofAge', code: 'identity.age_not_confirmed' }]
    case 'birth_date': {
      if (!input.birthDate) return [{ field: 'birthDate', code: 'web.field_missing' }]
      const code = isDay(input.birthDate) ? ageFault(manifest, input.birthDate) : 'identity.birth_date'
      return code ? [{ field: 'birthDate', code }] : []
    }
  }
}

function policyFaults(manifest: Manifest, input: SignUp): SignUpFault[] {
  if (!input.accept) return [{ field: 'accept', code: 'identity.policy_not_accepted' }]
  const current = policyInForce(manifest, clock.now()).version
  return input.policyVersion === current ? [] : [{ field: 'accept', code: 'identity.policy_changed' }]
}

function isDay(written: string): boolean {
  const parsed = new Date(`${written}T00:00:00Z`)
  return (
    /^\d{4}-\d\d-\d\d$/.test(written) && !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(written)
  )
}
