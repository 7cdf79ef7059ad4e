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

export const BILL_STATES = ['issued', 'part_paid', 'paid', 'overdue', 'cancelled', 'written_off'] as const
export type BillState = (typeof BILL_STATES)[number]

/** How a bill stands towards its person today. */
export type BillStanding = 'due' | 'part_paid' | 'overdue' | 'paid' | 'cancelled' | 'written_off'

/**
 * Being overdue is a matter of the date and not of a job that ran.
 * @param today the date in the brand's zone
 */
export function billStanding({ state, dueOn }: { state: BillState; dueOn: string }, today: string): BillStanding {
  if (state === 'paid' || state === 'cancelled' || state === 'written_off') return state
  if (dueOn < today) return 'overdue'
  return state === 'part_paid' ? 'part_paid' : 'due'
}

/** Whether a bill of this state can still be paid. */
export function isPayable(state: BillState): boolean {
  return state === 'issued' || state === 'part_paid' || state === 'overdue'
}

/** Where the list of bills goes on, as `2026-10-01_<id>`, and of which utility it shows the use; anything else is none. */
export const BillsQuery = z.object({
  before: z
    .templateLiteral([z.iso.date(), '_', z.uuid()])
    .transform((text) => ({ issuedOn: text.slice(0, 10), id: text.slice(11) }))
    .optional()
    .catch(undefined),
  use: z.string().max(20).optional().catch(undefined),
})
export type BillsQuery = z.output<typeof BillsQuery>
