import type { OcpiTariff } from './ocpi/schema.ts'
import type { Tariff } from './schema.ts'

/**
 * The OCPI tariff by which a brand's tariff prices single sessions: its own, or one rate for each kWh as OCPI writes
 * it. Null where a session by itself has no price: bands of a month, times of use, discounts on a whole bill.
 */
export function tariffOfSessions(tariff: Tariff): OcpiTariff | null {
  const { price, key, validFrom, currency, vatPercent, discounts } = tariff
  if (price.kind === 'ocpi') return price.tariff
  if (price.kind !== 'flat' || discounts.some(({ on }) => on.includes('use'))) return null
  return {
    id: `${key}-${validFrom}`,
    currency,
    elements: [
      { price_components: [{ type: 'ENERGY', price: price.rate, vat: vatPercent, step_size: 1 }], restrictions: {} },
    ],
    tax_included: 'NO',
  }
}
