import type { PeriodState } from './charging-periods.ts'
import { restrictionsMatch } from './restrictions-match.ts'
import type { OcpiComponent, OcpiElement, OcpiTariff } from './schema.ts'

export type PricedDimension = OcpiComponent['type']

/** The price of each dimension in one period. */
export type ActiveComponents = ReadonlyMap<PricedDimension, OcpiComponent>

/** For each dimension the first element that has a price for it and whose restrictions match (Tariffs, Tariff object). */
export function activeComponents(tariff: OcpiTariff, period: PeriodState, zone: string): ActiveComponents {
  return firstOfEach(
    tariff.elements.filter(({ restrictions }) => !restrictions.reservation),
    period,
    zone,
  )
}

/**
 * The price of holding a charger. Where the reservation expired, elements for that case come before the others, wherever
 * they stand (Tariffs, ReservationRestrictionType).
 */
export function reservationComponents(
  tariff: OcpiTariff,
  period: PeriodState,
  { zone, expired }: { zone: string; expired: boolean },
): ActiveComponents {
  const of = (kind: 'RESERVATION' | 'RESERVATION_EXPIRES') =>
    tariff.elements.filter(({ restrictions }) => restrictions.reservation === kind)
  return firstOfEach([...(expired ? of('RESERVATION_EXPIRES') : []), ...of('RESERVATION')], period, zone)
}

function firstOfEach(elements: readonly OcpiElement[], period: PeriodState, zone: string): ActiveComponents {
  const found = new Map<PricedDimension, OcpiComponent>()
  for (const { restrictions, price_components } of elements) {
    if (price_components.every(({ type }) => found.has(type))) continue
    if (!restrictionsMatch(restrictions, period, zone)) continue
    for (const component of price_components) if (!found.has(component.type)) found.set(component.type, component)
  }
  return found
}
