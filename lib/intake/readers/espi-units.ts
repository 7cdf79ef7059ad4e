import type { Ratio } from './exact-quantity.ts'

/** What a unit measures, and how many Wh or litres it is, as an exact ratio. */
export type EspiUnit = { measures: 'energy' | 'volume'; name: string; ratio: Ratio }

function unit(measures: EspiUnit['measures'], name: string, numerator: bigint, denominator = 1n): EspiUnit {
  return { measures, name, ratio: { numerator, denominator } }
}

// 1 Wh = 3600 J. The therm (US) is 105 480 400 J, the legal unit of the natural gas trade there; the therm (EC) is
// 100 000 Btu(IT) = 105 505 585.262 J; 1 Btu(IT) = 1055.05585262 J (NIST SP 811, appendix B).
const THERMS = {
  US: unit('energy', 'therm (US)', 105_480_400n, 3600n),
  EC: unit('energy', 'therm (EC)', 105_505_585_262n, 3600n * 1000n),
} as const

// 1 ft3 = 28.316846592 L (1 ft = 0.3048 m), 1 US gallon = 231 in3 = 3.785411784 L, 1 imperial gallon = 4.54609 L: all
// exact by definition. A compensated volume is one at standard conditions; it is still counted as the volume it states.
const CUBIC_FOOT = unit('volume', 'ft3', 28_316_846_592n, 1_000_000_000n)
const CUBIC_METRE = unit('volume', 'm3', 1000n)
const LITRE = unit('volume', 'L', 1n)
const US_GALLON = unit('volume', 'US gallon', 3_785_411_784n, 1_000_000_000n)
const IMPERIAL_GALLON = unit('volume', 'imperial gallon', 454_609n, 100_000n)

/** The units that the registers of water meters count in. */
export const REGISTER_UNITS = {
  m3: CUBIC_METRE,
  l: LITRE,
  ft3: CUBIC_FOOT,
  'us-gal': US_GALLON,
  'imp-gal': IMPERIAL_GALLON,
} as const
export type RegisterUnit = keyof typeof REGISTER_UNITS

/** ESPI's UnitSymbolKind, as far as it is consumption. */
const UNITS: Readonly<Record<number, EspiUnit>> = {
  31: unit('energy', 'J', 1n, 3600n),
  42: CUBIC_METRE,
  72: unit('energy', 'Wh', 1n),
  119: CUBIC_FOOT,
  120: CUBIC_FOOT,
  128: US_GALLON,
  130: IMPERIAL_GALLON,
  132: unit('energy', 'Btu(IT)', 105_505_585_262n, 3600n * 100_000_000n),
  134: LITRE,
  156: LITRE,
  157: LITRE,
  166: CUBIC_METRE,
  167: CUBIC_METRE,
}

const UOM_THERM = 169

/** W, VA, VAr, Btu/h and the volumes per second or hour: how fast something is consumed, not how much. */
export const DEMAND_UNITS: readonly number[] = [38, 45, 61, 63, 82, 123, 125, 126, 127, 129, 131, 133, 137, 138, 139]

/** Null for what is neither energy nor volume. */
export function espiUnit(uom: number, therm: 'US' | 'EC'): EspiUnit | null {
  return uom === UOM_THERM ? THERMS[therm] : (UNITS[uom] ?? null)
}

/** ESPI's Currency (ISO 4217 numbers). */
export const ESPI_CURRENCIES: Readonly<Record<number, string>> = {
  36: 'AUD',
  124: 'CAD',
  156: 'CNY',
  208: 'DKK',
  356: 'INR',
  392: 'JPY',
  578: 'NOK',
  643: 'RUB',
  752: 'SEK',
  756: 'CHF',
  826: 'GBP',
  840: 'USD',
  978: 'EUR',
}

/** ESPI's ServiceKind. */
export const ESPI_SERVICES: Readonly<Record<number, 'electricity' | 'gas' | 'water'>> = {
  0: 'electricity',
  1: 'gas',
  2: 'water',
}

/** ESPI's CommodityKind: what a reading measures if no usage point says it. */
export const ESPI_COMMODITIES: Readonly<Record<number, 'electricity' | 'gas' | 'water'>> = {
  1: 'electricity',
  2: 'electricity',
  7: 'gas',
  9: 'water',
  14: 'water',
  26: 'electricity',
}

/** ESPI's FlowDirectionKind; the reactive ones do not occur with energy or volume. */
export const ESPI_FLOWS: Readonly<Record<number, 'delivered' | 'received' | 'net' | 'total'>> = {
  1: 'delivered',
  4: 'net',
  19: 'received',
  20: 'total',
}

/** ESPI's AccumulationKind: 0 says nothing, 4 is consumption in the interval; all others are registers or moments. */
export const CONSUMPTION_ACCUMULATIONS: readonly number[] = [0, 4]

/** ESPI's DataQualifierKind: 0 says nothing, 12 is normal; the others are averages, minima, maxima and the like. */
export const CONSUMPTION_QUALIFIERS: readonly number[] = [0, 12]
