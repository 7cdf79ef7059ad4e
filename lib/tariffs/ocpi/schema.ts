import { z } from 'zod'
import { isZone } from '#lib/platform/calendar/index.ts'

// Objects of OCPI 2.2.1. The forms that 2.3.0 gave to amounts are read too; what pricing does not need is left out.

/** A JSON number, kept as the decimal that was written. */
const Amount = z
  .union([
    z.number(),
    z
      .string()
      .regex(/^-?\d+(\.\d+)?$/)
      .max(100),
  ])
  .transform(String)
const Day = z.string().regex(/^[12]\d{3}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/)
const Time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
const Id = z.string().min(1).max(39)
const Currency = z.string().regex(/^[A-Z]{3}$/)

/** A time in UTC; OCPI allows it without the `Z`. */
const DateTime = z
  .string()
  .max(40)
  .transform((text, context) => {
    const at = new Date(/(?:Z|[+-]\d{2}:\d{2})$/.test(text) ? text : `${text}Z`)
    if (!Number.isNaN(at.getTime())) return at
    context.addIssue({ code: 'custom', message: 'is no time' })
    return z.NEVER
  })

const Limit = z.union([
  z
    .object({ excl_vat: Amount, incl_vat: Amount.optional() })
    .transform(({ excl_vat, incl_vat }) => ({ exclVat: excl_vat, inclVat: incl_vat ?? null })),
  z
    .object({ before_taxes: Amount, after_taxes: Amount.optional() })
    .transform(({ before_taxes, after_taxes }) => ({ exclVat: before_taxes, inclVat: after_taxes ?? null })),
])

const DAYS = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'] as const

const PriceComponent = z.object({
  type: z.enum(['ENERGY', 'FLAT', 'PARKING_TIME', 'TIME']),
  price: Amount,
  /** Left out is no VAT, which is not the same as 0 %. */
  vat: Amount.optional(),
  step_size: z.int().min(0).default(1),
})

const Restrictions = z.object({
  start_time: Time.optional(),
  end_time: Time.optional(),
  start_date: Day.optional(),
  end_date: Day.optional(),
  min_kwh: Amount.optional(),
  max_kwh: Amount.optional(),
  min_current: Amount.optional(),
  max_current: Amount.optional(),
  min_power: Amount.optional(),
  max_power: Amount.optional(),
  min_duration: z.int().optional(),
  max_duration: z.int().optional(),
  day_of_week: z.array(z.enum(DAYS)).optional(),
  reservation: z.enum(['RESERVATION', 'RESERVATION_EXPIRES']).optional(),
})

const Element = z.object({
  price_components: z.array(PriceComponent).min(1).max(100),
  restrictions: Restrictions.default({}),
})

export const OcpiTariff = z.object({
  id: Id,
  currency: Currency,
  type: z.enum(['AD_HOC_PAYMENT', 'PROFILE_CHEAP', 'PROFILE_FAST', 'PROFILE_GREEN', 'REGULAR']).optional(),
  min_price: Limit.optional(),
  max_price: Limit.optional(),
  elements: z.array(Element).min(1).max(500),
  start_date_time: DateTime.optional(),
  end_date_time: DateTime.optional(),
  /** Of 2.3.0; in 2.2.1 prices never hold the tax. */
  tax_included: z.enum(['YES', 'NO', 'N/A']).default('NO'),
})
export type OcpiTariff = z.output<typeof OcpiTariff>
export type OcpiTariffInput = z.input<typeof OcpiTariff>

const Dimension = z.object({
  type: z.enum([
    'CURRENT',
    'ENERGY',
    'ENERGY_EXPORT',
    'ENERGY_IMPORT',
    'MAX_CURRENT',
    'MIN_CURRENT',
    'MAX_POWER',
    'MIN_POWER',
    'PARKING_TIME',
    'POWER',
    'RESERVATION_TIME',
    'STATE_OF_CHARGE',
    'TIME',
  ]),
  volume: Amount,
})

const ChargingPeriod = z.object({
  start_date_time: DateTime,
  dimensions: z.array(Dimension).max(100),
  tariff_id: Id.nullish(),
})

const Location = z.object({ time_zone: z.string().refine(isZone).optional() })

export const OcpiCdr = z.object({
  start_date_time: DateTime,
  end_date_time: DateTime,
  currency: Currency,
  /** Its zone is read where a sender adds it; a CDR of 2.2.1 has none. */
  cdr_location: Location.optional(),
  tariffs: z.array(OcpiTariff).max(100).default([]),
  charging_periods: z.array(ChargingPeriod).min(1).max(20_000),
  credit: z.boolean().default(false),
})
export type OcpiCdr = z.output<typeof OcpiCdr>

/** A session, which can be priced as a CDR once it has periods and an end. */
export const OcpiSession = z.object({
  id: Id,
  start_date_time: DateTime,
  end_date_time: DateTime.optional(),
  kwh: Amount,
  currency: Currency,
  charging_periods: z.array(ChargingPeriod).max(20_000).default([]),
  status: z.enum(['ACTIVE', 'COMPLETED', 'INVALID', 'PENDING', 'RESERVATION']),
})

export type OcpiElement = OcpiTariff['elements'][number]
export type OcpiComponent = OcpiElement['price_components'][number]
export type OcpiRestrictions = OcpiElement['restrictions']
export type OcpiDimension = z.output<typeof Dimension>['type']
export type WeekDay = (typeof DAYS)[number]
