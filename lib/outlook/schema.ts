import { z } from 'zod'

/** A budget for a month in major units, with a point or a comma, in figures of any width; empty for none. */
export const SetBudget = z.object({
  amount: z
    .string()
    .max(40)
    .transform((text) => text.normalize('NFKC').replace(/\s/g, '').replace(',', '.'))
    .pipe(
      z
        .string()
        .regex(/^(\d+(\.\d{1,3})?)?$/, { error: 'outlook.budget_wrong', abort: true })
        .regex(/^(\d{1,9}(\.\d*)?)?$/, 'outlook.budget_high'),
    ),
})
export type SetBudget = z.input<typeof SetBudget>

export const ALERT_KINDS = ['budget_near', 'budget_over', 'unusual', 'stale'] as const
export type AlertKind = (typeof ALERT_KINDS)[number]
