import { z } from 'zod'

/** The rights a person can ask for here, and the two ways to simply write. */
export const REQUEST_KINDS = [
  'access',
  'correction',
  'deletion',
  'restriction',
  'portability',
  'objection',
  'withdrawal',
  'complaint',
  'inquiry',
] as const
export type RequestKind = (typeof REQUEST_KINDS)[number]

export const REQUEST_TEXT_LENGTH = 4_000

export const OpenRequest = z.object({
  kind: z.enum(REQUEST_KINDS),
  text: z.string().trim().min(1).max(REQUEST_TEXT_LENGTH),
})
export type OpenRequest = z.output<typeof OpenRequest>
