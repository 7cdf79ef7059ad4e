import { Exact } from '#lib/platform/money/index.ts'
import type { OcpiCdr, OcpiDimension } from './schema.ts'

/** One charging period with what had been used when it began, by which restrictions are judged. */
export interface PeriodState {
  readonly startedAt: Date
  readonly endedAt: Date
  readonly tariffId: string | null
  readonly volumes: ReadonlyMap<OcpiDimension, Exact>
  /** Of the session, in kWh and seconds; the time of a reservation before it does not count. */
  readonly energyBefore: Exact
  readonly secondsBefore: number
}

const ZERO = new Exact(0)

/** The periods of a CDR in their order. A period ends when the next one starts, the last one with the session. */
export function chargingPeriods(cdr: OcpiCdr): PeriodState[] {
  const ordered = cdr.charging_periods.toSorted((a, b) => a.start_date_time.getTime() - b.start_date_time.getTime())
  let energyBefore: Exact = ZERO
  let sessionStart: number | undefined
  return ordered.map((period, index) => {
    const volumes = sumVolumes(period.dimensions)
    const startedAt = period.start_date_time
    if (!isReservation(volumes)) sessionStart ??= startedAt.getTime()
    const state = {
      startedAt,
      endedAt: ordered[index + 1]?.start_date_time ?? cdr.end_date_time,
      tariffId: period.tariff_id ?? null,
      volumes,
      energyBefore,
      secondsBefore: (startedAt.getTime() - (sessionStart ?? startedAt.getTime())) / 1000,
    }
    energyBefore = energyBefore.plus(volumes.get('ENERGY') ?? ZERO)
    return state
  })
}

/** A period in which the charger was only held for the driver. */
export function isReservation(volumes: ReadonlyMap<OcpiDimension, Exact>): boolean {
  return (
    volumes.has('RESERVATION_TIME') && !(['ENERGY', 'TIME', 'PARKING_TIME'] as const).some((type) => volumes.has(type))
  )
}

function sumVolumes(dimensions: OcpiCdr['charging_periods'][number]['dimensions']): Map<OcpiDimension, Exact> {
  const volumes = new Map<OcpiDimension, Exact>()
  for (const { type, volume } of dimensions) volumes.set(type, (volumes.get(type) ?? ZERO).plus(volume))
  return volumes
}
