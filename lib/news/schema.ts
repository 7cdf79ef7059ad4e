import { z } from 'zod'
import { LOCALES } from '#lib/platform/i18n/locales.ts'

export const LeaveList = z.object({ token: z.string().max(600), locale: z.enum(LOCALES) })
