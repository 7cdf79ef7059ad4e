import { z } from 'zod'
import { writtenDay } from '#lib/platform/calendar/written-day.ts'
import type { LOCALES } from '#lib/platform/i18n/locales.ts'

const Text = z.string().trim().min(1).max(4_000)
/** A text in each language of the portal. */
export const InLanguages = z.strictObject({ en: Text, 'zh-CN': Text, fr: Text } satisfies Record<
  (typeof LOCALES)[number],
  typeof Text
>)
export type InLanguages = z.output<typeof InLanguages>

/** What an announcement is made of; each has its heading in the catalogue. */
export const SECTIONS = ['happened', 'impact', 'measures', 'advice', 'remedies'] as const
export type SectionKey = (typeof SECTIONS)[number]

export const AnnouncementContent = z.strictObject({
  title: InLanguages,
  sections: z.array(z.strictObject({ key: z.enum(SECTIONS), text: InLanguages })),
})
export type AnnouncementContent = z.output<typeof AnnouncementContent>

const Day = writtenDay().optional()
/** Whom something touches: everybody of the brand of whom each of these is true. */
export const Audience = z.strictObject({
  /** Of whom the category has rows, in the days where there are some. */
  category: z.string().min(1).max(60).optional(),
  /** Who had a device of the kind, in the days. */
  deviceKind: z.string().min(1).max(40).optional(),
  from: Day,
  to: Day,
  /** Whose data is stored there. */
  region: z.string().length(2).optional(),
})
export type Audience = z.output<typeof Audience>

export const AcknowledgeAnnouncement = z.object({ announcement: z.uuid() })
export type AcknowledgeAnnouncement = z.output<typeof AcknowledgeAnnouncement>

export const ANNOUNCEMENT_KINDS = ['incident', 'controller_change', 'wind_down'] as const
export type AnnouncementKind = (typeof ANNOUNCEMENT_KINDS)[number]

/** How far one person's delivery has come. */
export const DELIVERY_STATES = ['waiting', 'sent', 'failed', 'letter', 'unreachable'] as const
export type DeliveryState = (typeof DELIVERY_STATES)[number]
