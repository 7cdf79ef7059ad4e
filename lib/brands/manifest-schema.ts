import { z } from 'zod'
import { LOCALES } from '#lib/platform/i18n/locales.ts'
import { Tariff } from '#lib/tariffs/schema.ts'
import { Arrears, Autopay, BillingRhythm, GasEnergy, PayLater } from './manifest/billing.ts'
import { Category, OnDeviceOnly, Purpose } from './manifest/data.ts'
import { Cookie, Newsletter, PolicyVersion } from './manifest/publications.ts'
import { Permission, Recipient } from './manifest/recipients.ts'
import { ProfileField, SignIn } from './manifest/sign-in.ts'
import { HexColour, Key, Localised, Text } from './manifest/values.ts'

export type { ArrearsStage } from './manifest/billing.ts'
export type { CategoryField, Shape } from './manifest/data.ts'
export type { LegalBasis } from './manifest/legal-bases.ts'
export { MAJOR_CHANGES, type NewsItem } from './manifest/publications.ts'
export type { Category, Cookie, Localised, Permission, PolicyVersion, ProfileField, Purpose, Recipient }

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
  billing: BillingRhythm,
  paymentTermDays: z.int().positive(),
  arrears: Arrears,
  autopay: Autopay,
  payLater: PayLater.default({}),
  /** Begins each bill's number: ENB-2026-000123. */
  billPrefix: z.string().regex(/^[A-Z]{2,5}$/, 'a prefix is two to five capital letters'),
  /**
   * As whom the brand stands in charge detail records: country and operator (ISO 15118), and the country in which its
   * chargers stand (ISO 3166-1 alpha-3).
   */
  ocpi: z
    .strictObject({
      countryCode: z.string().regex(/^[A-Z]{2}$/),
      partyId: z.string().regex(/^[A-Z0-9]{3}$/),
      locationCountry: z.string().regex(/^[A-Z]{3}$/),
    })
    .optional(),
  deletionGrounds: z.array(Reason),
  refusalReasons: z.array(Reason),
  /** For what a fee may be asked of whoever makes a request; absent where every answer is free (LCK-13, WBP-20). */
  requestFees: z
    .strictObject({
      grounds: z.array(z.enum(['frequency', 'cost'])).min(1),
      /** The highest fee for one request, in minor units of the brand's currency: a fee covers a cost and earns nothing. */
      mostMinor: z.int().positive(),
    })
    .optional(),
  entryApps: z.array(EntryApp).default([]),
})

export type Manifest = z.output<typeof Manifest>
export type ManifestInput = z.input<typeof Manifest>
export type { Tariff }
