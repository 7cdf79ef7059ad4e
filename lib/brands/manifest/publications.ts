import { z } from 'zod'
import { Day, French, Key, Localised, Text } from './values.ts'

/** A cookie that the portal sets. Optional ones go to the brand's own pages only. */
export const Cookie = z.strictObject({
  name: Text,
  category: z.enum(['necessary', 'preferences', 'statistics', 'advertising']),
  purpose: Localised,
  /** How long the browser keeps it after it is set; it is not prolonged. */
  lifetime: z.strictObject({ count: z.int().positive(), unit: z.enum(['hour', 'day']) }),
})

/** The six kinds of change that are major (WBP-22): they are announced beforehand, and ask for agreement again. */
export const MAJOR_CHANGES = [
  'service_model',
  'ownership',
  'recipients',
  'rights',
  'responsible_department',
  'security_risk',
] as const

/** One piece of news, mailed once to each person who asked for news. */
export const NewsItem = z.strictObject({
  key: Key,
  publishedOn: Day,
  title: Localised,
  text: Localised,
  /** The page of the brand to which it leads (`/policy/versions`). */
  path: z.string().startsWith('/'),
})

export const Newsletter = z.strictObject({
  /** The optional purpose that must be granted before any news is mailed. */
  purpose: Key,
  /** The purpose that must be granted as well before a mail tells that it was read, and where that is kept (WBP-07). */
  tracking: z.strictObject({ purpose: Key, category: Key }).optional(),
  items: z.array(NewsItem).min(1),
})

export const PolicySection = z.strictObject({
  id: Key,
  heading: Localised,
  /** Paragraphs; a paragraph whose lines begin with "- " is a list. */
  body: z.strictObject({ en: z.array(Text).min(1), 'zh-CN': z.array(Text).min(1), fr: z.array(French).min(1) }),
})

export const PolicyVersion = z.strictObject({
  version: Text,
  updatedOn: Day,
  effectiveOn: Day,
  /** What kind of change it is, each that applies; one of the major kinds asks everybody again. */
  changeKinds: z.array(z.enum(['first', ...MAJOR_CHANGES, 'minor'])).min(1),
  summary: Localised,
  sections: z.array(PolicySection).min(3),
})

export type NewsItem = z.output<typeof NewsItem>
export type Cookie = z.output<typeof Cookie>
export type PolicyVersion = z.output<typeof PolicyVersion>
