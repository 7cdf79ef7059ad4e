import { Exact } from '#lib/platform/money/index.ts'
import { cdrOfSession, type PlainSession } from './cdr-of-session.ts'
import type { CdrObject } from './ocpi/cdr-object.ts'
import { four, ocpiTotals } from './ocpi/ocpi-totals.ts'
import { priceCdr } from './ocpi/price-cdr.ts'
import type { OcpiCdr, OcpiTariff } from './ocpi/schema.ts'
import { type OcpiParty, writeTariff } from './ocpi/write-tariff.ts'

/** What a CDR of OCPI 2.2.1 says of a session's course and its cost. */
export type SessionCharges = Pick<
  CdrObject,
  | 'currency'
  | 'tariffs'
  | 'charging_periods'
  | 'total_cost'
  | 'total_fixed_cost'
  | 'total_energy'
  | 'total_energy_cost'
  | 'total_time'
  | 'total_time_cost'
  | 'total_parking_time'
  | 'total_parking_cost'
>

interface ByTariff {
  readonly tariff: OcpiTariff
  /** The tariff's first day has begun then. */
  readonly since: Date
  readonly zone: string
  readonly party: OcpiParty
}

interface ByCost {
  readonly currency: string
  /** Major units without VAT. */
  readonly cost: string
}

/** The part of a CDR that a tariff prices, or for which only a cost is known; of the VAT in it nothing is known then. */
export function writeSession(session: PlainSession, by: ByTariff | ByCost): SessionCharges {
  if ('tariff' in by) {
    const { tariff, since, zone, party } = by
    const cdr = cdrOfSession(session, tariff, zone)
    return {
      ...ocpiTotals(priceCdr(tariff, cdr, zone), false),
      tariffs: [writeTariff(tariff, party, since)],
      charging_periods: writePeriods(cdr, tariff.id),
    }
  }
  const kwh = new Exact(session.energyWh.toString()).div(1000)
  const hours = new Exact(session.endedAt.getTime() - session.startedAt.getTime()).div(3_600_000)
  return {
    currency: by.currency,
    charging_periods: [
      {
        start_date_time: session.startedAt.toISOString(),
        dimensions: [
          { type: 'ENERGY', volume: four(kwh) },
          { type: 'TIME', volume: four(hours) },
        ],
      },
    ],
    total_cost: { excl_vat: four(new Exact(by.cost)) },
    total_energy: four(kwh),
    total_time: four(hours),
  }
}

function writePeriods({ charging_periods }: OcpiCdr, tariffId: string): CdrObject['charging_periods'] {
  return charging_periods.map(({ start_date_time, dimensions }) => ({
    start_date_time: start_date_time.toISOString(),
    dimensions: dimensions.flatMap(({ type, volume }) =>
      type === 'ENERGY' || type === 'TIME' ? [{ type, volume: four(new Exact(volume)) }] : [],
    ),
    tariff_id: tariffId,
  }))
}
