import { z } from 'zod'
import { LOCALES } from '#lib/platform/i18n/locales.ts'

export const AcceptPolicy = z.object({
  version: z.string().min(1).max(40),
  /** The language in which it was read. */
  locale: z.enum(LOCALES),
})
export type AcceptPolicy = z.output<typeof AcceptPolicy>
