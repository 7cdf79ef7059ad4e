import { z } from 'zod'
import { OcpiTariff } from './ocpi/schema.ts'

const Key = z.string().regex(/^[a-z][a-z0-9_]*$/, 'a key is written in lower case with underscores')
const Text = z.string().trim().min(1)
const Name = z.strictObject({ en: Text, 'zh-CN': Text, fr: Text })
const DecimalText = z.string().regex(/^\d+(\.\d+)?$/, 'a rate is a decimal written as text')
const Currency = z.string().regex(/^[A-Z]{3}$/)
/** Quarters of an hour, so that no metered interval is cut by a window. */
const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):(00|15|30|45)$/)
const Month = z.int().min(1).max(12)
/** 0 is Monday. */
const WeekDay = z.int().min(0).max(6)

export const UTILITIES = ['electricity', 'gas', 'water', 'heat', 'charging', 'service'] as const

/** What times of use are called; their names are in the catalogue. */
export const USE_PERIODS = ['peak', 'day', 'shoulder', 'off_peak', 'night', 'weekend'] as const
export type UsePeriod = (typeof USE_PERIODS)[number]

const Flat = z.strictObject({ kind: z.literal('flat'), rate: DecimalText })

const Tiered = z
  .strictObject({
    kind: z.literal('tiered'),
    /** What a band's edge is meant for; a period that covers a part of it has that part of the band, by days. */
    per: z.enum(['month', 'year']),
    /** `upTo` in the unit of the rate, including; the last band has none. */
    bands: z
      .array(z.strictObject({ upTo: DecimalText.optional(), rate: DecimalText }))
      .min(1)
      .max(20),
  })
  .refine(({ bands }) => bands.every(({ upTo }, at) => (upTo === undefined) === (at === bands.length - 1)), {
    path: ['bands'],
    message: 'the last band, and only the last, has no upper edge',
  })
  .refine(
    ({ bands }) => bands.every(({ upTo }, at) => at === 0 || !upTo || Number(upTo) > Number(bands[at - 1]?.upTo)),
    {
      path: ['bands'],
      message: 'each band ends above the one before',
    },
  )

const UseWindow = z.strictObject({
  period: z.enum(USE_PERIODS),
  /** By the clock of the premises; a window that ends before it begins goes past midnight. */
  from: TimeOfDay.default('00:00'),
  until: TimeOfDay.default('00:00'),
  days: z.array(WeekDay).min(1).optional(),
  months: z.array(Month).min(1).optional(),
})

const TimeOfUse = z
  .strictObject({
    kind: z.literal('time_of_use'),
    rates: z.partialRecord(z.enum(USE_PERIODS), DecimalText),
    /** The first that matches gives the period. */
    windows: z.array(UseWindow).min(1).max(50),
    /** What no window names. */
    otherwise: z.enum(USE_PERIODS),
  })
  .refine(
    ({ rates, windows, otherwise }) => [otherwise, ...windows.map(({ period }) => period)].every((key) => rates[key]),
    {
      path: ['rates'],
      message: 'each period has a rate',
    },
  )

/** A price of what is metered, in major units per kWh, cubic metre or event. */
export const MeteredPrice = z.discriminatedUnion('kind', [Flat, Tiered, TimeOfUse])
export type MeteredPrice = z.output<typeof MeteredPrice>
export type TieredPrice = z.output<typeof Tiered>
export type TimeOfUsePrice = z.output<typeof TimeOfUse>

/** A price of charging sessions, each by itself. On a bill VAT is added to the lines, so no amount may hold it. */
const SessionPrice = z.strictObject({
  kind: z.literal('ocpi'),
  tariff: OcpiTariff.refine(
    ({ tax_included, min_price, max_price }) =>
      tax_included === 'NO' && [min_price, max_price].every((limit) => !limit || limit.inclVat === null),
    'prices and limits of a brand are without VAT',
  ),
})

const Season = z.strictObject({ months: z.array(Month).min(1), price: MeteredPrice })

const Discount = z.strictObject({
  key: Key,
  name: Name,
  percent: DecimalText,
  /** Of which lines it is taken. */
  on: z.array(z.enum(['use', 'standing'])).min(1),
})

/** One version of a tariff: a later one of the same key takes its place from its day on. */
export const Tariff = z.strictObject({
  key: Key,
  name: Name,
  /** `service` counts events: unlocks through the cloud, messages sent. */
  utility: z.enum(UTILITIES),
  currency: Currency,
  validFrom: z.iso.date(),
  price: z.discriminatedUnion('kind', [Flat, Tiered, TimeOfUse, SessionPrice]),
  /** Other prices in some months of the year. */
  seasons: z.array(Season).default([]),
  /** Major units per day; 0 for none. */
  standingPerDay: DecimalText.default('0'),
  /** Where use, standing charge and discounts come to less, the rest is added. */
  minimumPerDay: DecimalText.optional(),
  discounts: z.array(Discount).default([]),
  /** Paid for what flows back, per unit as the price. */
  exportRate: DecimalText.optional(),
  vatPercent: DecimalText,
  standingVatPercent: DecimalText.optional(),
  exportVatPercent: DecimalText.default('0'),
  /** To be compared with and chosen; nobody is billed by it who has not chosen it. */
  optional: z.boolean().default(false),
})
export type Tariff = z.output<typeof Tariff>
