import type { LineKind } from '#lib/tariffs/index.ts'
import type { BillStanding, BillState } from './schema.ts'

/** A bill as its person sees it. Dates are days (`2026-11-22`); amounts are minor units of `currency`. */
export interface BillSummary {
  readonly id: string
  readonly number: string
  readonly state: BillState
  readonly standing: BillStanding
  readonly currency: string
  readonly periodStart: string
  /** The first day that no longer belongs to the period. */
  readonly periodEnd: string
  readonly issuedOn: string
  readonly dueOn: string
  readonly netMinor: bigint
  readonly vatMinor: bigint
  readonly totalMinor: bigint
  /** The fold of the ledger's entries. */
  readonly paidMinor: bigint
  readonly openMinor: bigint
  /** What was paid beyond what was owed, held for the person. */
  readonly creditMinor: bigint
  readonly utilities: readonly string[]
}

export interface BillLineView {
  readonly id: string
  readonly kind: LineKind | 'adjustment'
  /** The band (`band_2`), the time of use (`peak`) or the discount that it is for. */
  readonly part: string | null
  /** Whether some of its quantity was estimated and not read. */
  readonly estimated: boolean
  readonly tariff: string
  readonly utility: string
  readonly meterSerial: string | null
  readonly place: string | null
  readonly startsOn: string
  readonly endsOn: string
  readonly quantity: bigint
  readonly unit: string
  readonly rate: string
  readonly netMinor: bigint
  readonly vatPercent: string
  readonly vatMinor: bigint
}

export interface BillView extends BillSummary {
  readonly lines: readonly BillLineView[]
}
