import { z } from 'zod'
import { isZone } from '#lib/platform/calendar/index.ts'

/** The integers in which quantities are counted: watt-hours, thousandths of them for meters that count finer, litres, events. */
export const UNITS = ['Wh', 'mWh', 'l', 'event'] as const
export type Unit = (typeof UNITS)[number]

export const METERED_UTILITIES = ['electricity', 'gas', 'water', 'heat', 'service'] as const
export type MeteredUtility = (typeof METERED_UTILITIES)[number]

/** What a meter counts: use, or what flows back to the grid. */
export const DIRECTIONS = ['import', 'export'] as const
export type Direction = (typeof DIRECTIONS)[number]

/** Of what use a person may see: what is metered, and charging sessions. */
export type Utility = MeteredUtility | 'charging'

/** How a utility is counted where its meter does not say otherwise. */
export const UNIT_OF: Readonly<Record<Utility, Unit>> = {
  electricity: 'Wh',
  gas: 'Wh',
  water: 'l',
  heat: 'Wh',
  service: 'event',
  charging: 'Wh',
}

/** How many small units make the one that rates are given for: a kWh, a cubic metre, an event. */
export const UNITS_PER_RATE: Readonly<Record<Unit, number>> = { Wh: 1000, mWh: 1_000_000, l: 1000, event: 1 }

/** What that is called where it stands alone: on an axis, behind a price. */
export const UNIT_SIGN: Readonly<Record<Unit, string>> = { Wh: 'kWh', mWh: 'kWh', l: 'm³', event: '×' }

export const RegisterMeter = z.object({
  serial: z.string().trim().min(1).max(60),
  utility: z.enum(METERED_UTILITIES),
  /** Gas may be counted in litres; its bill turns them into energy. */
  unit: z.enum(UNITS).optional(),
  /** `export` counts what flows back to the grid. */
  direction: z.enum(DIRECTIONS).default('import'),
  /** The number at which its register begins anew at zero, in its unit. */
  registerLimit: z.bigint().positive().optional(),
  /** The number of the meter whose place it takes, from its installation on. */
  replaces: z.string().trim().min(1).max(60).optional(),
  /** What the person calls the place. */
  supplyPoint: z.string().trim().min(1).max(120),
  zone: z.string().refine(isZone),
  deviceId: z.uuid().optional(),
  installedAt: z.date().optional(),
})
export type RegisterMeter = z.input<typeof RegisterMeter>

/** A charging session as its person sees it. */
export interface ChargingSession {
  readonly id: string
  readonly startedAt: Date
  readonly endedAt: Date
  readonly energyWh: bigint
  /** What its sender says it cost. */
  readonly costMinor: bigint | null
  readonly currency: string | null
  readonly station: string | null
}

/** The month that the usage page shows day by day or the day that it shows hour by hour, and where its list of sessions goes on; anything else is none. */
export const UsageQuery = z.object({
  day: z.iso.date().optional().catch(undefined),
  /** Another meter of the person, drawn beside. */
  beside: z.uuid().optional().catch(undefined),
  month: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
    .optional()
    .catch(undefined),
  before: z
    .templateLiteral([z.iso.datetime(), '_', z.uuid()])
    .transform((text) => ({ at: new Date(text.slice(0, -37)), id: text.slice(-36) }))
    .optional()
    .catch(undefined),
})
export type UsageQuery = z.output<typeof UsageQuery>

/** Of which year energy use is taken along; anything else is everything. */
export const EnergyUsageQuery = z.object({
  year: z.coerce.number().int().min(1990).max(9998).optional().catch(undefined),
})
export type EnergyUsageQuery = z.output<typeof EnergyUsageQuery>
