import { z } from 'zod'

const Day = z.iso.date()

export const IssueBill = z
  .object({
    /** The first day of the period, and the first day after it. */
    periodStart: Day,
    periodEnd: Day,
    /** Today in the brand's zone where it is left out. */
    issuedOn: Day.optional(),
  })
  .refine(({ periodStart, periodEnd }) => periodStart < periodEnd, { path: ['periodEnd'] })
export type IssueBill = z.output<typeof IssueBill>

/**
 * `draft`: priced, without a number, seen by nobody. `issued`: to be paid in time. `due`: the last days of that time.
 * `cancelled`: taken back by a credit note. `written_off`: given up by us.
 */
export const BILL_STATES = [
  'draft',
  'issued',
  'due',
  'part_paid',
  'paid',
  'overdue',
  'cancelled',
  'written_off',
] as const
export type BillState = (typeof BILL_STATES)[number]

/** How a bill stands towards its person today; drafts are not shown, and one below zero is their credit. */
export type BillStanding = Exclude<BillState, 'draft'> | 'credited'

/** States in which something is left to pay. */
export const PAYABLE_STATES = ['issued', 'due', 'part_paid', 'overdue'] as const satisfies readonly BillState[]

/** Whether a bill of this state can still be paid. */
export function isPayable(state: BillState): boolean {
  return PAYABLE_STATES.some((payable) => payable === state)
}

/** Why staff take a bill back; it stands on the credit note. */
export const CORRECTION_REASONS = ['wrong_reading', 'wrong_tariff', 'wrong_person', 'duplicate', 'goodwill'] as const

/** Takes a bill back, or takes it back and bills the period anew. */
/** Why the bill of a fee is taken back: by itself, so that nobody chooses it. */
export const FEE_DROPPED = 'fee_dropped'

export const CorrectBill = z.object({ billId: z.uuid(), reason: z.enum(CORRECTION_REASONS) })
export type CorrectBill = z.output<typeof CorrectBill>

/** Gives up what is left to pay of a bill. */
export const WriteOffBill = z.object({ billId: z.uuid() })
export type WriteOffBill = z.output<typeof WriteOffBill>

/** The bill to which links are mailed or ended. */
export const ShareBill = z.object({ billId: z.uuid() })
export type ShareBill = z.output<typeof ShareBill>

/** More time for a bill, once. */
export const ExtendBill = z.object({ billId: z.uuid() })
export type ExtendBill = z.output<typeof ExtendBill>

/** Instalments for what is open of a bill. */
export const ArrangeBill = z.object({ billId: z.uuid(), instalments: z.coerce.number().int().min(2).max(24) })
export type ArrangeBill = z.output<typeof ArrangeBill>

/** Of which year a statement is; anything else is the newest. */
export const StatementQuery = z.object({
  year: z.coerce.number().int().min(2000).max(9999).optional().catch(undefined),
})

/** Where the list of bills goes on, as `2026-10-01_<id>`, and of which utility it shows the use; anything else is none. */
export const BillsQuery = z.object({
  before: z
    .templateLiteral([z.iso.date(), '_', z.uuid()])
    .transform((text) => ({ issuedOn: text.slice(0, 10), id: text.slice(11) }))
    .optional()
    .catch(undefined),
  use: z.string().max(20).optional().catch(undefined),
  /** What was just done: credit is on its way back. */
  done: z.literal('paid_out').optional().catch(undefined),
})
export type BillsQuery = z.output<typeof BillsQuery>
