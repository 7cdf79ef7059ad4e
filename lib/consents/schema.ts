import { z } from 'zod'
import { LOCALES } from '#lib/platform/i18n/locales.ts'

/** What was shown, as the form sends it back: the digest of name, notice and consequence, in hexadecimal. */
export const ShownText = z.string().regex(/^[0-9a-f]{64}$/)

/**
 * The ways to change or withdraw a consent: settings, a function turned off, information deleted, the account
 * closed; and leaving a list by the link of its mail (WBP-07), a browser's signal (WBP-08), and with a way to pay.
 */
export const WAYS = [
  'settings',
  'function',
  'deletion',
  'closing',
  'unsubscribe',
  'signal',
  'giving',
  'payment',
] as const
export type Way = (typeof WAYS)[number]

export const DecideConsent = z.object({
  purpose: z.string().max(60),
  /** `refused` and `withdrawn` both say no; which of them is recorded follows from what was decided before. */
  decision: z.enum(['granted', 'refused', 'withdrawn']),
  /** The language in which the text stood beside the control. */
  locale: z.enum(LOCALES),
  shown: ShownText.optional(),
})
export type DecideConsent = z.output<typeof DecideConsent>
export type Decision = DecideConsent['decision']

/** What the form of one purpose sends: its switch, or one of its two buttons. */
export const ConsentForm = z
  .object({
    purpose: z.string().max(60),
    wanted: z.enum(['on', 'off']),
    locale: z.enum(LOCALES),
    shown: ShownText,
  })
  .transform(({ wanted, ...rest }): DecideConsent => ({ ...rest, decision: wanted === 'on' ? 'granted' : 'refused' }))
