import { z } from 'zod'
import { LOCALES } from '#lib/platform/i18n/locales.ts'
import { Tariff } from '#lib/tariffs/schema.ts'

const Key = z.string().regex(/^[a-z][a-z0-9_]*$/, 'a key is written in lower case with underscores')
const Text = z.string().trim().min(1)
const Localised = z.strictObject({ en: Text, 'zh-CN': Text, fr: Text })
const Day = z.iso.date()
const DecimalText = z.string().regex(/^\d+(\.\d+)?$/, 'a figure is a decimal written as text')
const HexColour = z.string().regex(/^#[0-9a-f]{6}$/i)

/** GDPR-style bases, and the eleven cases in which WBP-05 needs no consent. */
export const LEGAL_BASES = [
  'consent',
  'contract',
  'legal_obligation',
  'legitimate_interest',
  'vital_interest',
  'public_security',
  'public_health',
  'criminal_procedure',
  'published_by_person',
  'lawful_public_source',
  'safe_operation',
  'news_reporting',
  'research',
] as const
const LegalBasis = z.enum(LEGAL_BASES)

const Identifier = z.strictObject({
  kind: z.enum(['account_name', 'email', 'phone']),
  required: z.boolean(),
  /** A code is sent there before it counts. */
  verified: z.boolean(),
  /** `request`: only through a support request with identity check (ENB-06). */
  changedBy: z.enum(['person', 'request']),
})

const SignIn = z.strictObject({
  identifiers: z.array(Identifier).min(1),
  /** With several identifiers, whether one of the required ones is enough (mail or phone). */
  anyOf: z.boolean(),
  /** What proves the person at sign-in: a password they chose, or a code sent each time. */
  proof: z.enum(['password', 'code']),
})

const ProfileField = z.strictObject({
  key: Key,
  label: Localised,
  kind: z.enum(['text', 'date', 'image', 'country']),
  required: z.boolean(),
  sensitive: z.boolean(),
  maxLength: z.int().positive().max(500),
})

const Purpose = z.strictObject({
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

const Field = z.strictObject({
  key: Key,
  label: Localised,
  /** `day` is a calendar day that no zone shifts; `period` is two of them, both included, as ISO 8601 writes it. */
  type: z.enum(['text', 'integer', 'decimal', 'boolean', 'datetime', 'day', 'period', 'ip', 'enum', 'list']),
  values: z.array(z.string()).optional(),
  required: z.boolean().default(false),
  /** Masked until revealed; encrypted at rest. */
  sensitive: z.boolean().default(false),
  maxLength: z.int().positive().max(4000).default(400),
  /** Added by the portal itself, so that intake does not take it. */
  derived: z.boolean().default(false),
  /** Of a record: its person may correct it by their own hand. Everything else is corrected by a request. */
  editable: z.boolean().default(false),
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
  'consent',
  'sign_in_log',
  'request',
] as const

const Retention = z.strictObject({
  /** `account`: as long as the account lives. `days`: from the time of the row. `after_closing`: days after the account is closed. */
  rule: z.enum(['account', 'days', 'after_closing']),
  days: z.int().positive().optional(),
  reason: Localised,
  /** What happens at the end: rows vanish, or lose everything that points to the person. */
  end: z.enum(['erase', 'anonymise']).default('erase'),
  /** The ground on which rows stay after the account is closed (WEA-11, ENB-11). */
  keptGround: z.enum(['law', 'support', 'dispute', 'fraud']).optional(),
})

const Category = z.strictObject({
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

const OnDeviceOnly = z.strictObject({
  key: Key,
  name: Localised,
  reason: Localised,
  /** Field names that intake refuses because the promise says they never leave the phone (ECH-04). */
  refusedFields: z.array(Key).min(1),
})

export const OPERATING_SYSTEMS = ['android', 'ios', 'harmonyos'] as const

const Permission = z.strictObject({
  key: Key,
  systems: z.array(z.enum(OPERATING_SYSTEMS)).min(1),
  /** The names by which the operating system knows it. */
  systemNames: z.array(Text),
  name: Localised,
  uses: z.array(z.strictObject({ key: Key, name: Localised })).min(1),
  consequence: Localised,
  processing: z.enum(['on_device', 'uploaded']),
})

const Sdk = z.strictObject({
  developer: Text,
  packageNames: z.array(Text),
  scenario: Localised,
  permissions: z.array(Text),
  purpose: Localised,
  /** What the SDK collects. */
  scope: Localised,
  /** Whether anything is shared, or it works on the phone only. */
  processing: Localised,
  /** De-identification, encryption and so on. */
  method: Localised,
  website: z.url().optional(),
  privacyPolicy: z.url(),
})

const Recipient = z.strictObject({
  key: Key,
  /** A company's own name; for a group of recipients what it is called in each language. */
  name: z.union([Text, Localised]),
  kind: z.enum(['sdk', 'processor', 'affiliate', 'partner', 'authority', 'public']),
  /** The four grounds for sharing (WBP-09). */
  ground: z.enum(['consent', 'law', 'affiliate', 'partner']),
  /** The disclosure names consent or one of the grounds that need none (WBP-05). */
  legalBasis: LegalBasis.optional(),
  /** An essential recipient cannot be refused while the account is used. */
  essential: z.boolean(),
  /** What is lost by refusing it; for each one that can be refused. */
  refusal: Localised.optional(),
  purpose: Localised,
  purposes: z.array(Key).min(1),
  categories: z.array(Key),
  /** Exactly the fields that may be sent to it, as dotted names of the wire. */
  sends: z.array(z.string()).default([]),
  country: z.string().length(2),
  policyUrl: z.url().optional(),
  sdk: Sdk.optional(),
})

/** A cookie that the portal sets. Optional ones go to the brand's own pages only. */
const Cookie = z.strictObject({
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
const NewsItem = z.strictObject({
  key: Key,
  publishedOn: Day,
  title: Localised,
  text: Localised,
  /** The page of the brand to which it leads (`/policy/versions`). */
  path: z.string().startsWith('/'),
})

const Newsletter = z.strictObject({
  /** The optional purpose that must be granted before any news is mailed. */
  purpose: Key,
  /** The purpose that must be granted as well before a mail tells that it was read, and where that is kept (WBP-07). */
  tracking: z.strictObject({ purpose: Key, category: Key }).optional(),
  items: z.array(NewsItem).min(1),
})

const PolicySection = z.strictObject({
  id: Key,
  heading: Localised,
  /** Paragraphs; a paragraph whose lines begin with "- " is a list. */
  body: z.strictObject({ en: z.array(Text).min(1), 'zh-CN': z.array(Text).min(1), fr: z.array(Text).min(1) }),
})

const PolicyVersion = z.strictObject({
  version: Text,
  updatedOn: Day,
  effectiveOn: Day,
  /** What kind of change it is, each that applies; one of the major kinds asks everybody again. */
  changeKinds: z.array(z.enum(['first', ...MAJOR_CHANGES, 'minor'])).min(1),
  summary: Localised,
  sections: z.array(PolicySection).min(3),
})

/** What comes after the due date, each once; its words are in the catalogue. */
export const ARREARS_STAGES = ['reminder', 'second_reminder', 'formal_notice', 'interruption_notice'] as const

const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time is written as 21:00')

const Arrears = z.strictObject({
  /** In the last so many days before a bill is to be paid it counts as due. */
  dueWithinDays: z.int().min(0).max(30),
  stages: z
    .array(
      z.strictObject({
        key: z.enum(ARREARS_STAGES),
        /** Days after the day by which something was to be paid. */
        daysAfter: z.int().min(1).max(365),
        /** The law asks for it, so that nobody can switch it off. */
        legal: z.boolean(),
      }),
    )
    .min(1),
  /** In the brand's zone; nobody is written to between the two (ENB-17). */
  quiet: z.strictObject({ from: TimeOfDay, until: TimeOfDay }),
})

/** What somebody who cannot pay in time may have without asking anybody; nothing where it is left out. */
const PayLater = z.strictObject({
  extension: z
    .strictObject({
      /** Days after the due date. */
      days: z.int().positive().max(90),
      perYear: z.int().positive(),
    })
    .optional(),
  arrangement: z
    .strictObject({
      most: z.int().min(2).max(24),
      everyDays: z.int().positive(),
      /** The least that one instalment comes to, in minor units of the brand's currency. */
      leastMinor: z.int().positive(),
      /** So many days after an instalment was missed the arrangement is broken. */
      graceDays: z.int().min(0),
      /** How many a person may have at a time. */
      atOnce: z.int().positive(),
    })
    .optional(),
})

const GasEnergy = z.strictObject({
  from: Day,
  /** Megajoules in a cubic metre, as the network announced it. */
  calorificMj: DecimalText,
  /** From the conditions at the meter to standard ones. */
  correction: DecimalText,
})

const Reason = z.strictObject({ key: Key, text: Localised })

/** Another party's app through which an account may first be opened; that first access is under its policy (ECH-11). */
const EntryApp = z.strictObject({ key: Key, name: Text, policyUrl: z.url() })

export const Manifest = z.strictObject({
  key: z.string().regex(/^[a-z][a-z0-9-]*$/),
  name: Text,
  tagline: Localised,
  /** One or two letters drawn as the mark, and the accent colour (checked for contrast in light and in dark). */
  mark: z.strictObject({ letters: z.string().min(1).max(2), accentLight: HexColour, accentDark: HexColour }),
  controller: z.strictObject({
    name: Text,
    address: Localised,
    country: z.string().length(2),
    email: z.email(),
    phone: z.string().optional(),
    complaint: z.strictObject({ name: Localised, url: z.url().optional() }),
  }),
  signIn: SignIn,
  minimumAge: z.int().min(0).max(21),
  /** Below this age a guardian must agree (ENB-15). */
  guardianBelow: z.int().optional(),
  /** Days in which a rights request is answered, counted from verified identity. */
  answerDays: z.int().positive(),
  /** Days between asking to close the account and its erasure. */
  graceDays: z.int().positive(),
  locales: z.array(z.enum(LOCALES)).min(1),
  defaultLocale: z.enum(LOCALES),
  currencies: z.array(z.string().length(3)).min(1),
  zone: Text,
  storage: z.strictObject({
    region: z.string().length(2),
    place: Localised,
    transfersAbroad: z.enum(['never', 'consent']),
    /** The optional purpose that must be granted before anything is transferred (WBP-21); without one nothing is. */
    transferPurpose: Key.optional(),
  }),
  profileFields: z.array(ProfileField),
  deviceKinds: z
    .array(
      z.strictObject({
        key: z.enum(['charger', 'lock', 'electricity_meter', 'gas_meter', 'water_meter', 'hub', 'phone']),
        name: Localised,
        bindable: z.boolean(),
      }),
    )
    .min(1),
  purposes: z.array(Purpose).min(1),
  categories: z.array(Category).min(1),
  onDeviceOnly: z.array(OnDeviceOnly),
  permissions: z.array(Permission),
  recipients: z.array(Recipient),
  cookies: z.array(Cookie),
  newsletter: Newsletter,
  policies: z.array(PolicyVersion).min(1),
  /** Written and not yet published: nobody sees them and none comes into force until two people publish it (ENB-09). */
  drafts: z.array(PolicyVersion).default([]),
  tariffs: z.array(Tariff),
  /** What turns gas that is metered by volume into energy; the last entry that has begun holds. */
  gasEnergy: z.array(GasEnergy).default([]),
  /** Whether VAT is taken of each line of a bill or of the sum of each rate. */
  vatBy: z.enum(['line', 'total']).default('line'),
  paymentTermDays: z.int().positive(),
  arrears: Arrears,
  payLater: PayLater.default({}),
  /** Begins each bill's number: ENB-2026-000123. */
  billPrefix: z.string().regex(/^[A-Z]{2,5}$/, 'a prefix is two to five capital letters'),
  deletionGrounds: z.array(Reason),
  refusalReasons: z.array(Reason),
  /** For what a fee may be asked of whoever makes a request; nothing where every answer is free (LCK-13, WBP-20). */
  requestFees: z.array(z.enum(['frequency', 'cost'])).default([]),
  entryApps: z.array(EntryApp).default([]),
})

export type Manifest = z.output<typeof Manifest>
export type ManifestInput = z.input<typeof Manifest>
export type Localised = z.output<typeof Localised>
export type Category = z.output<typeof Category>
export type CategoryField = z.output<typeof Field>
export type Purpose = z.output<typeof Purpose>
export type Recipient = z.output<typeof Recipient>
export type Permission = z.output<typeof Permission>
export type NewsItem = z.output<typeof NewsItem>
export type Cookie = z.output<typeof Cookie>
export type PolicyVersion = z.output<typeof PolicyVersion>
export type { Tariff }
export type ArrearsStage = z.output<typeof Arrears>['stages'][number]
export type ProfileField = z.output<typeof ProfileField>
export type Shape = (typeof SHAPES)[number]
export type LegalBasis = (typeof LEGAL_BASES)[number]
