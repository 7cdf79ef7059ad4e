import { Exact } from '#lib/platform/money/index.ts'
import {
  type ActiveComponents,
  activeComponents,
  type PricedDimension,
  reservationComponents,
} from './active-components.ts'
import { isReservation, type PeriodState } from './charging-periods.ts'
import type { OcpiComponent, OcpiDimension, OcpiTariff } from './schema.ts'

/** What one component of a tariff prices in one period. */
export interface Charge {
  readonly dimension: PricedDimension
  readonly component: OcpiComponent
  readonly tariff: OcpiTariff
  /** For holding the charger, and not for the session. */
  readonly reserved: boolean
  readonly startedAt: Date
  /** kWh, hours, or 1 for a flat fee, as the CDR says. */
  readonly volume: Exact
  /** After step_size. */
  readonly billed: Exact
}

const ONE = new Exact(1)

/** The charges of a session in their order. A flat fee is due once: for the session, and once for its reservation. */
export function chargesOf(
  periods: readonly PeriodState[],
  tariffOf: (period: PeriodState) => OcpiTariff | null,
  zone: string,
): Charge[] {
  const expired = periods.every(({ volumes }) => isReservation(volumes))
  const flat = { session: false, reservation: false }
  return periods.flatMap((period) => {
    const tariff = tariffOf(period)
    if (!tariff) return []
    const charges: Charge[] = []
    const add = (components: ActiveComponents, type: PricedDimension, volume: Exact | undefined, reserved: boolean) => {
      const component = components.get(type)
      if (!component || !volume || volume.isZero()) return
      charges.push({
        dimension: type,
        component,
        tariff,
        reserved,
        startedAt: period.startedAt,
        volume,
        billed: volume,
      })
    }
    const held = period.volumes.get('RESERVATION_TIME')
    if (held) {
      const components = reservationComponents(tariff, period, { zone, expired })
      if (!flat.reservation) add(components, 'FLAT', ONE, true)
      flat.reservation ||= components.has('FLAT')
      add(components, 'TIME', held, true)
    }
    if (isReservation(period.volumes)) return charges
    const components = activeComponents(tariff, period, zone)
    if (!flat.session) add(components, 'FLAT', ONE, false)
    flat.session ||= components.has('FLAT')
    for (const type of ['ENERGY', 'TIME', 'PARKING_TIME'] as const satisfies readonly OcpiDimension[])
      add(components, type, period.volumes.get(type), false)
    return charges
  })
}
