import { z } from 'zod'
import { LOCALES } from '#lib/platform/i18n/locales.ts'

export { COUNTRY_CODES } from './countries.ts'

export const SetLocale = z.object({ locale: z.enum(LOCALES) })
export type SetLocale = z.output<typeof SetLocale>

/** Texts by the keys of the manifest's profile fields. A key that is absent stays as it is; an empty one is emptied. */
export type EditProfile = Readonly<Record<string, unknown>>

/** A field of the profile, in the reader's language. */
export interface ProfileFieldView {
  readonly key: string
  readonly label: string
  readonly kind: 'text' | 'date' | 'image' | 'country'
  readonly required: boolean
  readonly maxLength: number
  /** '' where there is none; null where it is hidden from whoever looks. */
  readonly value: string | null
}

/** A name by which the person signs in, or could. */
export interface IdentifierView {
  readonly kind: 'account_name' | 'email' | 'phone'
  /** Half hidden; null where there is none. */
  readonly shown: string | null
  /** By the person, or through a request with a check of identity (ENB-06). */
  readonly changedBy: 'person' | 'request'
  readonly required: boolean
}

export interface ProfileView {
  readonly fields: readonly ProfileFieldView[]
  readonly identifiers: readonly IdentifierView[]
  readonly locale: string
  readonly ref: string
  readonly registeredAt: Date
  readonly hasPassword: boolean
  /** The app through which the account was opened, with the policy of whoever runs it (ECH-11). */
  readonly entryApp: { readonly name: string; readonly policyUrl: string } | null
}
