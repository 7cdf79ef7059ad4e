import { z } from 'zod'

/** 1.0 changed nothing but the number, so that what says 0.9.4 is the same. */
export const VERSIONS = ['1.0', '0.9.4'] as const

const Stamp = z.iso.datetime({ offset: true }).transform((text) => new Date(text))
const Claim = z.string().trim().min(1).max(300)

/** What each signed message says of itself: from whom, to whom, and when it counts (DRP 2.01, 2.05). */
export const Envelope = z.object({
  'agent-id': z.string(),
  'business-id': z.string(),
  'issued-at': Stamp,
  'expires-at': Stamp,
})
export type Envelope = z.output<typeof Envelope>

/** The rights that can be asked for, and what each is here. `sale:opt_in` is none: nobody agrees for a person. */
export const ACTIONS = {
  access: 'access',
  'access:categories': 'access',
  'access:specific': 'access',
  deletion: 'deletion',
  'sale:opt_out': 'objection',
} as const

/** A right that is exercised, with the claims about its person that count here; every other claim is left unread. */
export const Exercise = z.object({
  'drp.version': z.enum(VERSIONS),
  'agent-request-id': z.string().max(100).optional(),
  exercise: z.string(),
  regime: z.string().optional(),
  relationships: z.array(z.string().max(60)).max(10).optional(),
  status_callback: z.url().max(500).optional(),
  name: Claim.optional(),
  email: z.email().max(254).optional(),
  email_verified: z.boolean().optional(),
  phone_number: Claim.optional(),
  phone_number_verified: z.boolean().optional(),
})
export type Exercise = z.output<typeof Exercise>

export const Revocation = z.object({ reason: z.string().trim().max(2000).optional() })
