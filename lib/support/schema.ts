import { z } from 'zod'

/** Minutes for which staff may act for a person. */
export const SUPPORT_MINUTES = [15, 30, 60] as const
export const REASON_LENGTH = { min: 10, max: 500 } as const

/** Why staff look somebody up, before anything is asked for in words. */
export const LOOKUP_REASONS = ['asked', 'bill', 'payment', 'report'] as const

export const FindPerson = z.object({
  /** The account's reference, a name by which the person signs in, or the number of a bill of theirs. */
  name: z.string().trim().min(1).max(254),
  why: z.enum(LOOKUP_REASONS),
})
export type FindPerson = z.output<typeof FindPerson>

export const StartSupport = z.object({
  subject: z.uuid(),
  reason: z.string().trim().min(REASON_LENGTH.min, 'support.reason_too_short').max(REASON_LENGTH.max),
  minutes: z.coerce.number().pipe(z.literal(SUPPORT_MINUTES)),
})
export type StartSupport = z.output<typeof StartSupport>

export const EndSupport = z.object({})
