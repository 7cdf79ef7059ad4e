import { z } from 'zod'

/** 1.0 changed nothing but the number, so that what says 0.9.4 is the same. */
export const VERSIONS = ['1.0', '0.9.4'] as const

const Stamp = z.iso.datetime({ offset: true }).transform((text) => new Date(text))
const Claim = z.string().trim().min(1).max(300)

/** What may be left out. Agents that fill in a form send what they do not know as null or as nothing. */
const given = <T extends z.ZodType>(what: T) =>
  z.preprocess((sent) => (sent === null || sent === '' ? undefined : sent), what.optional())

/** What each signed message says of itself: from whom, to whom, and when it counts (DRP 2.01, 2.05). */
export const Envelope = z.object({
  'agent-id': z.string(),
  'business-id': z.string(),
  'issued-at': Stamp,
  'expires-at': Stamp,
})
export type Envelope = z.output<typeof Envelope>

/** The rights that can be asked for, and what each is here. `sale:opt-in` is none: nobody agrees for a person. */
export const ACTIONS = {
  access: 'access',
  'access:categories': 'access',
  'access:specific': 'access',
  deletion: 'deletion',
  'sale:opt-out': 'objection',
} as const

/** As versions before 1.0 spelled them. */
export const FORMER_ACTIONS: Readonly<Record<string, string>> = { 'sale:opt_out': 'sale:opt-out' }

/** A right that is exercised, with the claims about its person that count here; every other claim is left unread. */
export const Exercise = z.object({
  'drp.version': z.enum(VERSIONS),
  'agent-request-id': given(z.string().max(100)),
  exercise: z.string(),
  regime: given(z.string()),
  relationships: given(z.array(z.string().max(60)).max(10)),
  status_callback: given(z.url().max(500)),
  name: given(Claim),
  email: given(z.email().max(254)),
  email_verified: given(z.boolean()),
  phone_number: given(Claim),
  phone_number_verified: given(z.boolean()),
})
export type Exercise = z.output<typeof Exercise>

export const Revocation = z.object({ reason: given(z.string().trim().max(2000)) })
