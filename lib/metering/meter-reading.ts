import type { MeterRef } from './meter.ts'

/** One interval that a meter measured, as its sender names it. Quantities are in the meter's own unit. */
export interface ReadingRow {
  /** The sender's id of the record; sending it again changes nothing. */
  readonly senderId: string
  readonly startedAt: Date
  readonly endedAt: Date
  readonly quantity: bigint
  readonly quality?: string
  readonly registerFrom?: bigint
  readonly registerTo?: bigint
}

/** A reading and the meter that gave it. */
export interface MeterReading {
  readonly meter: MeterRef
  readonly row: ReadingRow
}

export function isEstimate({ quality }: Pick<ReadingRow, 'quality'>): boolean {
  return quality === 'estimated'
}
