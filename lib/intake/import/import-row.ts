import type { MeteredUtility, Unit } from '#lib/metering/schema.ts'
import type { BadRow } from '../readers/reading-file.ts'

/** What a meter measured, with what a meter that is not known yet has to be. */
export interface MeterRow {
  readonly line: number
  readonly meter: WantedMeter
  readonly id: string
  readonly start: Date
  readonly end: Date
  /** In `meter.unit`. */
  readonly quantity: bigint
  readonly quality?: string
  readonly registerFrom?: bigint
  readonly registerTo?: bigint
}

export interface WantedMeter {
  readonly serial: string
  readonly utility: MeteredUtility
  readonly unit: Unit
  readonly direction?: 'export'
  /** The number at which its register begins anew. */
  readonly registerLimit?: bigint
}

/** A record that is ready for the intake, apart from its category. */
export interface SessionRow {
  readonly line: number
  readonly id: string
  readonly ref: string
  readonly start: Date
  readonly fields: Readonly<Record<string, unknown>>
}

export type ImportRow = MeterRow | SessionRow | BadRow
