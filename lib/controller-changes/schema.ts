import { z } from 'zod'
import { InLanguages } from '#lib/announcements/schema.ts'

const Line = z.string().trim().min(2, 'web.field_missing').max(200)

/** Who is to answer for the data. */
export const NewController = z.strictObject({ name: Line, country: z.string().regex(/^[A-Z]{2}$/), email: z.email() })
export type NewController = z.output<typeof NewController>

export const StartChange = z.strictObject({
  controller: NewController,
  what: InLanguages,
  transferOn: z.iso.date(),
})
export type StartChange = z.output<typeof StartChange>

const Words = z.string().trim().min(1, 'controller_changes.every_language').max(2_000)
/** The same as a form sends it. */
export const StartChangeForm = z
  .object({
    name: Line,
    country: z
      .string()
      .trim()
      .toUpperCase()
      .regex(/^[A-Z]{2}$/, 'controller_changes.country'),
    email: z.email('identity.email_form').max(254),
    transferOn: z.iso.date('controller_changes.day'),
    what_en: Words,
    'what_zh-CN': Words,
    what_fr: Words,
  })
  .transform(({ name, country, email, transferOn, ...words }) => ({
    controller: { name, country, email },
    what: { en: words.what_en, 'zh-CN': words['what_zh-CN'], fr: words.what_fr },
    transferOn,
  }))

export const AnswerChange = z.object({
  change: z.uuid(),
  answer: z.enum(['agreed', 'refused'], 'controller_changes.answer'),
})
export type AnswerChange = z.output<typeof AnswerChange>

export const ExportAgreed = z.object({ change: z.uuid() })
export type ExportAgreed = z.output<typeof ExportAgreed>
