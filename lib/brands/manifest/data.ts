import { z } from 'zod'
import { LegalBasis } from './legal-bases.ts'
import { Key, Localised } from './values.ts'

export const Purpose = z.strictObject({
  key: Key,
  name: Localised,
  description: Localised,
  /** `necessary` belongs to the service itself, `optional` is a consent of its own, `locked` cannot be refused and says why. */
  kind: z.enum(['necessary', 'optional', 'locked']),
  legalBasis: LegalBasis,
  /** What is lost by refusing an optional purpose, or why a locked one cannot be refused. */
  consequence: Localised,
  /** The specific notice shown at the time of collection; it goes before the general wording (WEA-10). */
  notice: Localised.optional(),
  /** Tracking, or sharing for advertising: a browser that asks not to be tracked ends it (WBP-08). */
  endedBySignal: z.boolean().default(false),
})

export const Field = z.strictObject({
  key: Key,
  label: Localised,
  /**
   * `day` is a calendar day that no zone shifts; `period` is two of them, both included, as ISO 8601 writes it; `code`
   * stands in place of somebody's name and can hold none (WEA-09).
   */
  type: z.enum(['text', 'code', 'integer', 'decimal', 'boolean', 'datetime', 'day', 'period', 'ip', 'enum', 'list']),
  values: z.array(z.string()).optional(),
  required: z.boolean().default(false),
  /** Masked until revealed; encrypted at rest. */
  sensitive: z.boolean().default(false),
  maxLength: z.int().positive().max(4000).default(400),
  /** Added by the portal itself, so that intake does not take it. */
  derived: z.boolean().default(false),
  /** Of a record, or the name of a file: its person may correct it by their own hand. Everything else is corrected by a request. */
  editable: z.boolean().default(false),
  /** In a list with too many fields for its width it stands below the others, and not in a column of its own. */
  aside: z.boolean().default(false),
})

/** Where the rows of a category live; each shape is held by exactly one domain. */
export const SHAPES = [
  'registration',
  'profile',
  'device',
  'record',
  'reading',
  'charging_session',
  'upload',
  'bill',
  'payment',
  'card',
  'consent',
  'sign_in_log',
  'request',
] as const

export const Retention = z.strictObject({
  /** `account`: as long as the account lives. `days`: from the time of the row. `after_closing`: days after the account is closed. */
  rule: z.enum(['account', 'days', 'after_closing']),
  days: z.int().positive().optional(),
  reason: Localised,
  /** What happens at the end: rows vanish, or lose everything that points to the person. */
  end: z.enum(['erase', 'anonymise']).default('erase'),
  /** The ground on which rows stay after the account is closed (WEA-11, ENB-11). */
  keptGround: z.enum(['law', 'support', 'dispute', 'fraud']).optional(),
})

export const Category = z.strictObject({
  key: Key,
  name: Localised,
  description: Localised,
  shape: z.enum(SHAPES),
  fields: z.array(Field),
  purposes: z.array(Key).min(1),
  legalBasis: LegalBasis,
  source: z.enum(['person', 'phone_app', 'connected_device', 'website', 'other_user', 'partner', 'portal']),
  retention: Retention,
  sensitive: z.boolean().default(false),
  /** The optional purpose that must be granted before a row may be stored. */
  needsConsent: Key.optional(),
  /** Whether the intake API may write it. */
  intake: z.boolean(),
  /** Whether the person may delete its rows one by one. */
  deletable: z.boolean(),
})

export const OnDeviceOnly = z.strictObject({
  key: Key,
  name: Localised,
  reason: Localised,
  /** Field names that intake refuses because the promise says they never leave the phone (ECH-04). */
  refusedFields: z.array(Key).min(1),
})

export type Category = z.output<typeof Category>
export type Purpose = z.output<typeof Purpose>
export type CategoryField = z.output<typeof Field>
export type Shape = (typeof SHAPES)[number]
