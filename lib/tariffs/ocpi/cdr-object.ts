import { z } from 'zod'

/*
 * The CDR object of OCPI 2.2.1 as it is written for others: every field that is required, and of the optional ones those
 * that we know. Strict, so that nothing else slips in. What we read from others is in schema.ts and is wider.
 */

const Text = (most: number) => z.string().min(1).max(most)
/** Case-insensitive, printable ASCII. */
const CiString = (most: number) => Text(most).regex(/^[\x20-\x7e]+$/)
const CountryCode = z.string().regex(/^[A-Z]{2}$/)
const PartyId = z.string().regex(/^[A-Z0-9]{3}$/)
const Currency = z.string().regex(/^[A-Z]{3}$/)
const DateTime = z
  .string()
  .max(25)
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?Z$/)
/** Numbers of OCPI have four decimals. */
const OcpiNumber = z.number().refine((value) => Number(value.toFixed(4)) === value, 'has more than four decimals')

const Price = z.strictObject({ excl_vat: OcpiNumber, incl_vat: OcpiNumber.optional() })
export type PriceObject = z.output<typeof Price>

const PriceComponent = z.strictObject({
  type: z.enum(['ENERGY', 'FLAT', 'PARKING_TIME', 'TIME']),
  price: OcpiNumber,
  vat: OcpiNumber.optional(),
  step_size: z.int().min(0),
})

const Restrictions = z.strictObject({
  start_time: z.string().length(5).optional(),
  end_time: z.string().length(5).optional(),
  start_date: z.string().length(10).optional(),
  end_date: z.string().length(10).optional(),
  min_kwh: OcpiNumber.optional(),
  max_kwh: OcpiNumber.optional(),
  min_current: OcpiNumber.optional(),
  max_current: OcpiNumber.optional(),
  min_power: OcpiNumber.optional(),
  max_power: OcpiNumber.optional(),
  min_duration: z.int().optional(),
  max_duration: z.int().optional(),
  day_of_week: z.array(z.string()).optional(),
  reservation: z.enum(['RESERVATION', 'RESERVATION_EXPIRES']).optional(),
})

export const TariffObject = z.strictObject({
  country_code: CountryCode,
  party_id: PartyId,
  id: CiString(36),
  currency: Currency,
  type: z.enum(['AD_HOC_PAYMENT', 'PROFILE_CHEAP', 'PROFILE_FAST', 'PROFILE_GREEN', 'REGULAR']).optional(),
  min_price: Price.optional(),
  max_price: Price.optional(),
  elements: z
    .array(z.strictObject({ price_components: z.array(PriceComponent).min(1), restrictions: Restrictions.optional() }))
    .min(1),
  start_date_time: DateTime.optional(),
  end_date_time: DateTime.optional(),
  last_updated: DateTime,
})
export type TariffObject = z.output<typeof TariffObject>

const Token = z.strictObject({
  country_code: CountryCode,
  party_id: PartyId,
  uid: CiString(36),
  type: z.enum(['AD_HOC_USER', 'APP_USER', 'OTHER', 'RFID']),
  contract_id: CiString(36),
})

const Location = z.strictObject({
  id: CiString(36),
  name: Text(255).optional(),
  address: Text(45),
  city: Text(45),
  country: z.string().regex(/^[A-Z]{3}$/),
  coordinates: z.strictObject({
    latitude: z.string().regex(/^-?\d{1,2}\.\d{5,7}$/),
    longitude: z.string().regex(/^-?\d{1,3}\.\d{5,7}$/),
  }),
  evse_uid: CiString(36),
  evse_id: CiString(48),
  connector_id: CiString(36),
  connector_standard: z.enum(['GBT_AC', 'IEC_62196_T2']),
  connector_format: z.enum(['CABLE', 'SOCKET']),
  connector_power_type: z.enum(['AC_1_PHASE', 'AC_3_PHASE', 'DC']),
})

const Period = z.strictObject({
  start_date_time: DateTime,
  dimensions: z.array(z.strictObject({ type: z.enum(['ENERGY', 'TIME']), volume: OcpiNumber })).min(1),
  tariff_id: CiString(36).optional(),
})

export const CdrObject = z
  .strictObject({
    country_code: CountryCode,
    party_id: PartyId,
    /** 36 characters, and up to 39 where a credit CDR appends to the id of the one it takes back. */
    id: CiString(39),
    start_date_time: DateTime,
    end_date_time: DateTime,
    session_id: CiString(36),
    cdr_token: Token,
    auth_method: z.enum(['AUTH_REQUEST', 'COMMAND', 'WHITELIST']),
    cdr_location: Location,
    currency: Currency,
    tariffs: z.array(TariffObject).optional(),
    charging_periods: z.array(Period).min(1),
    total_cost: Price,
    total_fixed_cost: Price.optional(),
    total_energy: OcpiNumber,
    total_energy_cost: Price.optional(),
    total_time: OcpiNumber,
    total_time_cost: Price.optional(),
    total_parking_time: OcpiNumber.optional(),
    total_parking_cost: Price.optional(),
    total_reservation_cost: Price.optional(),
    remark: Text(255).optional(),
    invoice_reference_id: CiString(39).optional(),
    credit: z.boolean().optional(),
    credit_reference_id: CiString(39).optional(),
    last_updated: DateTime,
  })
  .refine(({ credit, credit_reference_id }) => !credit || credit_reference_id, 'a credit CDR names what it takes back')
  .refine(({ credit, id }) => credit || id.length <= 36, 'the id of a CDR that is no credit has 36 characters at most')
export type CdrObject = z.output<typeof CdrObject>
