import { Exact, toDecimalText, toMinor, toWhole } from '#lib/platform/money/index.ts'
import { cdrOfSession, type PlainSession } from './cdr-of-session.ts'
import { type PricedCdr, type PricedCharge, priceCdr } from './ocpi/price-cdr.ts'
import type { OcpiTariff } from './ocpi/schema.ts'
import type { Tariff } from './schema.ts'
import { type LineKind, lineOf, type TariffLine } from './tariff-line.ts'

/** How a dimension of OCPI is counted on a line: in small units, of which so many make the one of its price. */
const COUNTED = {
  ENERGY: { kind: 'energy', unit: 'Wh', per: 1000 },
  TIME: { kind: 'time', unit: 's', per: 3600 },
  PARKING_TIME: { kind: 'parking', unit: 's', per: 3600 },
  FLAT: { kind: 'start', unit: 'event', per: 1 },
} as const satisfies Record<string, { kind: LineKind; unit: string; per: number }>

interface Days {
  readonly from: string
  readonly before: string
}

/** The price of one session by an OCPI tariff, exact. */
export function priceSession(ocpi: OcpiTariff, session: PlainSession, zone: string): PricedCdr {
  return priceCdr(ocpi, cdrOfSession(session, ocpi, zone), zone)
}

/**
 * The lines of all charging sessions that a version of a tariff prices: one for each price that was in use, with the sum
 * of what it priced, rounded once; and one for what minimum and maximum prices made of the sessions.
 */
export function priceSessions(
  tariff: Tariff,
  { sessions, zone, ...days }: Days & { readonly sessions: readonly PlainSession[]; readonly zone: string },
): TariffLine[] {
  const { price } = tariff
  if (price.kind !== 'ocpi') throw new Error('only a tariff of sessions prices sessions')
  const priced = sessions.map((session) => priceSession(price.tariff, session, zone))
  const groups = Map.groupBy(
    priced.flatMap(({ charges }) => charges),
    ({ dimension, component }) => `${dimension} ${component.price} ${component.vat ?? ''}`,
  )
  const lines = [...groups.values()].map((charges) => chargeLine(tariff, days, charges))
  return [...lines.flat(), ...limitLines(tariff, days, priced)]
}

function chargeLine(tariff: Tariff, days: Days, charges: readonly PricedCharge[]): TariffLine[] {
  const [first] = charges
  if (!first) return []
  const { kind, unit, per } = COUNTED[first.dimension]
  const billed = charges.reduce((sum, charge) => sum.plus(charge.billed), new Exact(0))
  return [
    lineOf(tariff, days, {
      kind,
      quantity: toWhole(billed.times(per)),
      unit,
      rate: first.component.price,
      netMinor: toMinor(billed.times(first.component.price), tariff.currency),
      vatPercent: first.component.vat ?? '0',
    }),
  ]
}

/** One line for what the limits add and one for what they take away; the VAT is in the proportion of the sessions. */
function limitLines(tariff: Tariff, days: Days, priced: readonly PricedCdr[]): TariffLine[] {
  const changes = priced.map(({ limitAdjustment }) => limitAdjustment).filter(({ exclVat }) => !exclVat.isZero())
  return [changes.filter(({ exclVat }) => exclVat.gt(0)), changes.filter(({ exclVat }) => exclVat.lt(0))].flatMap(
    (same) => {
      const exclVat = same.reduce((sum, change) => sum.plus(change.exclVat), new Exact(0))
      const inclVat = same.reduce((sum, change) => sum.plus(change.inclVat), new Exact(0))
      const netMinor = toMinor(exclVat, tariff.currency)
      if (netMinor === 0n) return []
      const vatPercent = inclVat.div(exclVat).minus(1).times(100).toDecimalPlaces(3).toFixed()
      const rate = toDecimalText(netMinor, tariff.currency)
      return [lineOf(tariff, days, { kind: 'limit', quantity: 1n, unit: 'once', rate, netMinor, vatPercent })]
    },
  )
}
