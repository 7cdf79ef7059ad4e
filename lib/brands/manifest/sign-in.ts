import { z } from 'zod'
import { Key, Localised } from './values.ts'

export const Identifier = z.strictObject({
  kind: z.enum(['account_name', 'email', 'phone']),
  required: z.boolean(),
  /** A code is sent there before it counts. */
  verified: z.boolean(),
  /** `request`: only through a support request with identity check (ENB-06). */
  changedBy: z.enum(['person', 'request']),
})

export const SignIn = z.strictObject({
  identifiers: z.array(Identifier).min(1),
  /** With several identifiers, whether one of the required ones is enough (mail or phone). */
  anyOf: z.boolean(),
  /** What proves the person at sign-in: a password they chose, or a code sent each time. */
  proof: z.enum(['password', 'code']),
})

export const ProfileField = z.strictObject({
  key: Key,
  label: Localised,
  kind: z.enum(['text', 'date', 'image', 'country']),
  required: z.boolean(),
  sensitive: z.boolean(),
  maxLength: z.int().positive().max(500),
})

export type ProfileField = z.output<typeof ProfileField>
