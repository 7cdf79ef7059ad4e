import type { LineKind } from '#lib/tariffs/index.ts'
import type { Instalment } from './pay-later/instalments.ts'
import type { PayLaterHistory } from './pay-later/offers.ts'
import type { BillStanding, BillState, CorrectBill } from './schema.ts'

/** A bill as its person sees it. Dates are days (`2026-11-22`); amounts are minor units of `currency`. */
export interface BillSummary {
  readonly id: string
  readonly number: string
  readonly state: Exclude<BillState, 'draft'>
  readonly standing: BillStanding
  readonly currency: string
  readonly periodStart: string
  /** The first day that no longer belongs to the period. */
  readonly periodEnd: string
  readonly issuedOn: string
  readonly dueOn: string
  /** The day by which something of it is to be paid now: the due date, an extension, the next instalment. */
  readonly payableOn: string
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
  /** Of gas that was metered by volume: litres, and what made its energy of them. */
  readonly volume: bigint | null
  readonly calorificMj: string | null
  readonly volumeCorrection: string | null
  readonly tariff: string
  readonly utility: string
  readonly meterSerial: string | null
  readonly place: string | null
  readonly startsOn: string
  readonly endsOn: string
  readonly quantity: bigint
  readonly unit: string
  /** What the meter's register showed, where it has one. */
  readonly registerFrom: bigint | null
  readonly registerTo: bigint | null
  readonly rate: string
  readonly netMinor: bigint
  readonly vatPercent: string
  readonly vatMinor: bigint
}

/** A document that goes with a bill. */
export interface RelatedBill {
  readonly id: string
  readonly number: string
}

export interface CreditNoteView extends RelatedBill {
  readonly issuedOn: string
  readonly reason: CorrectBill['reason']
  readonly totalMinor: bigint
}

export interface ArrangementView {
  readonly state: 'active' | 'kept' | 'broken' | 'ended'
  readonly instalments: readonly (Instalment & { readonly paid: boolean })[]
}

export interface BillView extends BillSummary {
  readonly lines: readonly BillLineView[]
  /** The credit note that took it back. */
  readonly creditNote: CreditNoteView | null
  /** The cancelled bill in whose place it stands, and the one that stands in its place. */
  readonly replaces: RelatedBill | null
  readonly replacedBy: RelatedBill | null
  readonly extendedTo: string | null
  /** The newest arrangement. */
  readonly arrangement: ArrangementView | null
  /** What was asked for before, also for other bills; see `offersFor`. */
  readonly history: PayLaterHistory
  /** What is held for the person in the bill's currency and could pay it. */
  readonly walletMinor: bigint
}
