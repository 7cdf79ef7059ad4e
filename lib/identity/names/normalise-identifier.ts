import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js'
import { z } from 'zod'
import type { Manifest } from '#lib/brands/index.ts'
import { blindIndex } from '#lib/platform/crypto/index.ts'

export type IdentifierKind = Manifest['signIn']['identifiers'][number]['kind']

/** A name by which a person signs in. */
export interface Identifier {
  readonly kind: IdentifierKind
  /** As it is shown and written to. */
  readonly value: string
  /** The same for every way of writing the same name. */
  readonly key: string
}

const ACCOUNT_NAME = /^[\p{L}\p{N}][\p{L}\p{N}._-]{2,39}$/u
const LONGEST_EMAIL = 254

/** One form for all ways of writing a name: NFKC and lower case, E.164 for phones; null for what cannot be one. */
export function normaliseIdentifier(manifest: Manifest, kind: IdentifierKind, written: string): Identifier | null {
  const value = written.normalize('NFKC').trim()
  switch (kind) {
    case 'account_name':
      return ACCOUNT_NAME.test(value) ? { kind, value, key: value.toLowerCase() } : null
    case 'email': {
      const key = value.toLowerCase()
      return key.length <= LONGEST_EMAIL && z.email().safeParse(key).success ? { kind, value: key, key } : null
    }
    case 'phone': {
      const phone = parsePhoneNumberFromString(value, countryOf(manifest))
      return phone?.isValid() ? { kind, value: phone.number, key: phone.number } : null
    }
  }
}

/** Which of the brand's identifiers somebody typed into the one field of sign-in. */
export function recogniseIdentifier(manifest: Manifest, written: string): Identifier | null {
  const kinds = manifest.signIn.identifiers.map((identifier) => identifier.kind)
  const looksLike = written.includes('@') ? (['email'] as const) : (['phone', 'account_name'] as const)
  for (const kind of looksLike) {
    const found = kinds.includes(kind) ? normaliseIdentifier(manifest, kind, written) : null
    if (found) return found
  }
  return null
}

/** By which a stored identifier is found; unique within a brand. */
export function identifierIndex(brand: string, { kind, key }: Pick<Identifier, 'kind' | 'key'>) {
  return blindIndex(`identifier ${brand} ${kind}`, key)
}

/** Enough of a name to recognise one's own, and too little to learn another's. */
export function maskIdentifier(kind: string, value: string): string {
  if (kind === 'email') return value.replace(/^(.)[^@]*/, '$1•••')
  if (kind === 'phone') return `${value.slice(0, 3)} ••• ${value.slice(-2)}`
  return value
}

function countryOf(manifest: Manifest): CountryCode {
  const { country } = manifest.controller
  if (!isSupportedCountry(country)) throw new Error(`no phone numbers are known for ${country}`)
  return country
}
