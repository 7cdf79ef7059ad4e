import type { PriceObject, TariffObject } from './cdr-object.ts'
import type { OcpiElement, OcpiTariff } from './schema.ts'

/** Who owns tariffs and CDRs: a country and the three characters of the operator in it (ISO 15118). */
export interface OcpiParty {
  readonly countryCode: string
  readonly partyId: string
}

/** A tariff as the object of OCPI 2.2.1 that a CDR carries. */
export function writeTariff(tariff: OcpiTariff, party: OcpiParty, since: Date): TariffObject {
  const { id, currency, type, min_price, max_price, start_date_time, end_date_time } = tariff
  return {
    country_code: party.countryCode,
    party_id: party.partyId,
    id,
    currency,
    ...(type ? { type } : {}),
    ...(min_price ? { min_price: writeLimit(min_price) } : {}),
    ...(max_price ? { max_price: writeLimit(max_price) } : {}),
    elements: tariff.elements.map(writeElement),
    ...(start_date_time ? { start_date_time: start_date_time.toISOString() } : {}),
    ...(end_date_time ? { end_date_time: end_date_time.toISOString() } : {}),
    last_updated: since.toISOString(),
  }
}

function writeLimit({ exclVat, inclVat }: NonNullable<OcpiTariff['min_price']>): PriceObject {
  return { excl_vat: Number(exclVat), ...(inclVat === null ? {} : { incl_vat: Number(inclVat) }) }
}

const AMOUNTS: readonly string[] = ['min_kwh', 'max_kwh', 'min_current', 'max_current', 'min_power', 'max_power']

function writeElement({ price_components, restrictions }: OcpiElement): TariffObject['elements'][number] {
  const told = Object.entries(restrictions).filter(([, value]) => value !== undefined)
  const written = Object.fromEntries(told.map(([key, value]) => [key, AMOUNTS.includes(key) ? Number(value) : value]))
  return {
    price_components: price_components.map(({ type, price, vat, step_size }) => ({
      type,
      price: Number(price),
      ...(vat === undefined ? {} : { vat: Number(vat) }),
      step_size,
    })),
    ...(told.length > 0 ? { restrictions: { ...written } } : {}),
  }
}
