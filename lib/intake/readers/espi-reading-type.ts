import type { ReadingContext } from './espi-links.ts'
import {
  CONSUMPTION_ACCUMULATIONS,
  CONSUMPTION_QUALIFIERS,
  DEMAND_UNITS,
  ESPI_COMMODITIES,
  ESPI_CURRENCIES,
  ESPI_FLOWS,
  ESPI_SERVICES,
  type EspiUnit,
  espiUnit,
} from './espi-units.ts'
import { type NoticeCode, type ProblemParams, rowFault } from './row-problems.ts'

export type Utility = 'electricity' | 'gas' | 'water'

/** How the readings of one type are to be read, or why all of them are left out. */
export type ReadingRule =
  | { excluded: NoticeCode; params: ProblemParams }
  | {
      excluded: null
      utility: Utility
      direction: 'delivered' | 'received' | 'net' | 'total' | 'unstated'
      unit: EspiUnit
      uom: number
      powerOfTen: number
      currency: string | null
      currencyCode: number | null
      intervalSeconds: number | null
    }

const SECONDS_OF_A_YEAR = 366 * 86_400

/** A small whole number, or null. */
export function wholeNumber(text: string | undefined): number | null {
  return text !== undefined && /^[+-]?\d{1,15}$/.test(text) ? Number(text) : null
}

/** A length of time in seconds that an interval can have, or null. */
export function intervalSeconds(text: string | undefined): number | null {
  const seconds = wholeNumber(text)
  return seconds !== null && seconds > 0 && seconds <= SECONDS_OF_A_YEAR ? seconds : null
}

function utilityOf(context: ReadingContext): Utility | { kind: number } {
  const kind = wholeNumber(context.usagePoint?.['ServiceCategory.kind'])
  if (kind !== null) return ESPI_SERVICES[kind] ?? { kind }
  const utility = ESPI_COMMODITIES[wholeNumber(context.readingType.commodity) ?? -1]
  if (!utility) throw rowFault('service_unknown')
  return utility
}

function fits(utility: Utility, unit: EspiUnit): boolean {
  if (utility === 'electricity') return unit.measures === 'energy'
  return utility === 'gas' || unit.measures === 'volume'
}

/** Judges a ReadingType in its context: only what is consumed in an interval is taken. Faults the row if it is unusable. */
export function readingRule(context: ReadingContext, therm: 'US' | 'EC'): ReadingRule {
  const type = context.readingType
  const uom = wholeNumber(type.uom) ?? 0
  if (DEMAND_UNITS.includes(uom)) return { excluded: 'demand_excluded', params: {} }
  const behaviour = wholeNumber(type.accumulationBehaviour) ?? 0
  if (!CONSUMPTION_ACCUMULATIONS.includes(behaviour))
    return { excluded: 'accumulation_excluded', params: { behaviour } }
  const qualifier = wholeNumber(type.dataQualifier) ?? 0
  if (!CONSUMPTION_QUALIFIERS.includes(qualifier)) return { excluded: 'statistic_excluded', params: { qualifier } }
  const utility = utilityOf(context)
  if (typeof utility === 'object') return { excluded: 'service_excluded', params: utility }
  const unit = espiUnit(uom, therm)
  const powerOfTen = wholeNumber(type.powerOfTenMultiplier ?? '0')
  if (!unit || powerOfTen === null || Math.abs(powerOfTen) > 12) throw rowFault('unit_unsupported', { uom })
  if (!fits(utility, unit)) throw rowFault('unit_mismatch', { unit: unit.name, utility })
  // 0 says that there is none.
  const currencyCode = wholeNumber(type.currency) || null
  return {
    excluded: null,
    utility,
    direction: ESPI_FLOWS[wholeNumber(type.flowDirection) ?? 0] ?? 'unstated',
    unit,
    uom,
    powerOfTen,
    currency: currencyCode === null ? null : (ESPI_CURRENCIES[currencyCode] ?? null),
    currencyCode,
    intervalSeconds: intervalSeconds(type.intervalLength),
  }
}
