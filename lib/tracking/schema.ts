import { z } from 'zod'
import { LOCALES } from '#lib/platform/i18n/locales.ts'

/** The kinds of cookies that wait for a yes. The language's is set by choosing a language, which is its own yes. */
export const OPTIONAL_KINDS = ['statistics', 'advertising'] as const
export type OptionalKind = (typeof OPTIONAL_KINDS)[number]

/** What a browser decided about each optional kind; a kind that is missing was not asked yet. */
export type CookieChoice = Readonly<Partial<Record<OptionalKind, boolean>>>

/** What the question and the form send: everything, nothing, or what is ticked. */
export const ChooseCookies = z.object({
  choice: z.enum(['all', 'none', 'some']),
  statistics: z.literal('on').optional(),
  advertising: z.literal('on').optional(),
  locale: z.enum(LOCALES),
})
export type ChooseCookies = z.output<typeof ChooseCookies>
