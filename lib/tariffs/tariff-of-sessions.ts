import type { OcpiElement, OcpiTariff, WeekDay } from './ocpi/schema.ts'
import { priceIn } from './price-slices.ts'
import type { Tariff, TimeOfUsePrice } from './schema.ts'

const WEEK: readonly WeekDay[] = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY']
/** A number of OCPI has four decimals. */
const OCPI_RATE = /^\d+(\.\d{1,4}0*)?$/

/**
 * The OCPI tariff by which a brand's tariff prices the sessions that begin on a day: its own, or a rate for each kWh or
 * for each time of use as OCPI writes it. Null where a session by itself has no price: bands of a month, discounts on a
 * whole bill, and what OCPI has no words for, such as windows of some months of each year.
 */
export function tariffOfSessions(tariff: Tariff, day: string): OcpiTariff | null {
  const { key, validFrom, currency, vatPercent, discounts, seasons } = tariff
  const month = Number(day.slice(5, 7))
  const price = priceIn(tariff, month)
  if (price.kind === 'ocpi') return price.tariff
  if (price.kind === 'tiered' || discounts.some(({ on }) => on.includes('use'))) return null
  const elements = price.kind === 'flat' ? [element(price.rate, vatPercent)] : timesOfUse(price, vatPercent)
  const rates = elements?.flatMap(({ price_components }) => price_components.map((component) => component.price)) ?? []
  if (!elements || !rates.every((rate) => OCPI_RATE.test(rate))) return null
  const season = seasons.findIndex(({ months }) => months.includes(month))
  const id = `${key}-${validFrom}${season < 0 ? '' : `-${season + 1}`}`
  return { id, currency, elements, tax_included: 'NO' }
}

/** The first window that matches gives the price, as the first element of OCPI does. */
function timesOfUse({ windows, rates, otherwise }: TimeOfUsePrice, vatPercent: string): OcpiElement[] | null {
  if (windows.some(({ months }) => months)) return null
  return [
    ...windows.map(({ period, from, until, days }) =>
      element(rates[period] ?? '0', vatPercent, {
        ...(from === until ? {} : { start_time: from, end_time: until }),
        ...(days ? { day_of_week: WEEK.filter((_, day) => days.includes(day)) } : {}),
      }),
    ),
    element(rates[otherwise] ?? '0', vatPercent),
  ]
}

function element(price: string, vat: string, restrictions: OcpiElement['restrictions'] = {}): OcpiElement {
  return { price_components: [{ type: 'ENERGY', price, vat, step_size: 1 }], restrictions }
}

/**
 * The same tariff, with its times of use as a price of each session where it is one of charging: of a session no meter
 * tells when within it what flowed.
 */
export function pricedBySession(tariff: Tariff): Tariff {
  if (tariff.utility !== 'charging' || tariff.price.kind !== 'time_of_use') return tariff
  const ocpi = tariffOfSessions(tariff, tariff.validFrom)
  return ocpi ? { ...tariff, price: { kind: 'ocpi', tariff: ocpi } } : tariff
}
