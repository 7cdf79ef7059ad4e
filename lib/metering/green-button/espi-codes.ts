import type { Direction, MeteredUtility, Unit } from '../schema.ts'

/** ESPI's ServiceKind and CommodityKind of a utility; what ESPI has no commodity for goes without. */
export const SERVICES: Readonly<Partial<Record<MeteredUtility, { kind: number; commodity?: number }>>> = {
  electricity: { kind: 0, commodity: 1 },
  gas: { kind: 1, commodity: 7 },
  water: { kind: 2, commodity: 9 },
  heat: { kind: 4 },
}

/** ESPI's UnitSymbolKind, UnitMultiplierKind and MeasurementKind of a unit. */
export const UNITS: Readonly<Partial<Record<Unit, { uom: number; powerOfTen: number; kind: number }>>> = {
  Wh: { uom: 72, powerOfTen: 0, kind: 12 },
  mWh: { uom: 72, powerOfTen: -3, kind: 12 },
  l: { uom: 134, powerOfTen: 0, kind: 58 },
}

/** ESPI's FlowDirectionKind: forward is to the customer, reverse what flows back. */
export const FLOWS: Readonly<Record<Direction, number>> = { import: 1, export: 19 }

/** AccumulationKind of what was used in an interval, not what a register showed. */
export const DELTA_DATA = 4
/** AccumulationKind of what a register showed. */
export const CUMULATIVE = 3
/** DataQualifierKind of measured values as they are, neither averages nor peaks. */
export const NORMAL = 12
/** QualityOfReading of what was measured. */
export const VALID = 0

const QUALITIES: Readonly<Record<string, number>> = {
  edited: 7,
  // Ours are made from what the same meter measured in the weeks around.
  estimated: 8,
}
const OTHER_QUALITY = 16

/** QualityOfReading where a reading has another than the valid that its type says; null where it has not. */
export function qualityCode(quality: string): number | null {
  return quality === 'actual' ? null : (QUALITIES[quality] ?? OTHER_QUALITY)
}
