import { formatNumber } from '#components/ui/format.ts'
import { UNIT_SIGN, UNITS_PER_RATE, type Unit } from '#lib/metering/schema.ts'

/** A quantity of watt-hours, litres or events in the unit that people read and rates are given for. */
export function inRateUnits(quantity: bigint, unit: Unit): number {
  return Number(quantity) / UNITS_PER_RATE[unit]
}

/** A quantity with its unit, to the last digit unless fewer places are asked for: "250.4 kWh", "9.3 m³", "900 ×". */
export function formatQuantity(quantity: bigint, unit: Unit, locale: string, places = exactPlaces(unit)): string {
  return `${formatNumber(inRateUnits(quantity, unit), locale, places)}\u00a0${UNIT_SIGN[unit]}`
}

function exactPlaces(unit: Unit): number {
  return String(UNITS_PER_RATE[unit]).length - 1
}
