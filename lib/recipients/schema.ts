import { z } from 'zod'
import { ShownText } from '#lib/consents/schema.ts'
import { LOCALES } from '#lib/platform/i18n/locales.ts'

export const DecideRecipient = z.object({
  recipient: z.string().max(60),
  wanted: z.enum(['on', 'off']),
  locale: z.enum(LOCALES),
  /** The digest of the words that stood beside the control. */
  shown: ShownText.optional(),
})
export type DecideRecipient = z.output<typeof DecideRecipient>

export const AcknowledgeRecipient = z.object({ recipient: z.string().max(60) })
export type AcknowledgeRecipient = z.output<typeof AcknowledgeRecipient>
