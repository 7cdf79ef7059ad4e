import { z } from 'zod'
import { Audience, InLanguages } from '#lib/announcements/schema.ts'
import { LOCALES, type Locale } from '#lib/platform/i18n/locales.ts'

/** What of the protection of data was lost (GDPR article 4, 12). */
export const LOSSES = ['confidentiality', 'integrity', 'availability'] as const

/** What people are told of an incident (WBP-13): what happened, its impact, what was done, what they can do, remedies. */
export const INCIDENT_TEXTS = ['title', 'happened', 'impact', 'measures', 'advice', 'remedies'] as const
export type IncidentText = (typeof INCIDENT_TEXTS)[number]

export const IncidentTexts = z.strictObject({
  title: InLanguages,
  happened: InLanguages,
  impact: InLanguages,
  measures: InLanguages,
  advice: InLanguages,
  remedies: InLanguages,
})
export type IncidentTexts = z.output<typeof IncidentTexts>

/** The name of a text in a form: `happened_zh-CN`. */
export function textField(text: IncidentText, locale: Locale): `${IncidentText}_${Locale}` {
  return `${text}_${locale}`
}

const Written = z.string().trim().min(1, 'incidents.every_language').max(4_000)
const Ticked = z.literal('on').optional()
/** As a browser sends it, in the zone of the brand. */
const Local = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/, 'incidents.time')

const fields = Object.fromEntries(
  INCIDENT_TEXTS.flatMap((text) => LOCALES.map((locale) => [textField(text, locale), Written])),
) as Record<`${IncidentText}_${Locale}`, typeof Written>

export const RecordIncident = z.object({
  /** The draft that it takes the place of. */
  incident: z.uuid().optional(),
  knownAt: Local,
  beganAt: Local.or(z.literal('')).optional(),
  records: z.union([z.literal(''), z.coerce.number().int().min(0).max(2_000_000_000)]).optional(),
  confidentiality: Ticked,
  integrity: Ticked,
  availability: Ticked,
  ...fields,
})
export type RecordIncident = z.output<typeof RecordIncident>

const empty = (value: unknown) => (value === '' ? undefined : value)
/** Whom it touches, as the form of the query sends it. */
export const AffectedQuery = z.object({
  category: z.preprocess(empty, Audience.shape.category),
  deviceKind: z.preprocess(empty, Audience.shape.deviceKind),
  from: z.preprocess(empty, Audience.shape.from),
  to: z.preprocess(empty, Audience.shape.to),
  region: z.preprocess(empty, Audience.shape.region),
})
export type AffectedQuery = z.output<typeof AffectedQuery>

export const ChooseAffected = AffectedQuery.extend({ incident: z.uuid() })
export type ChooseAffected = z.output<typeof ChooseAffected>

/** Telling people, with the digest of what is told to whom. */
export const NotifyIncident = z.object({ incident: z.uuid(), digest: z.string().regex(/^[0-9a-f]{64}$/) })
export type NotifyIncident = z.output<typeof NotifyIncident>

export const IncidentStep = z.object({ incident: z.uuid() })
export const ReportIncident = IncidentStep.extend({ lateReason: z.string().trim().max(2_000).optional() })
export type ReportIncident = z.output<typeof ReportIncident>
