import { z } from 'zod'

/** A budget for a month in major units, with a point or a comma; empty for none. */
export const SetBudget = z.object({
  amount: z
    .string()
    .trim()
    .max(16)
    .regex(/^(\d{1,9}([.,]\d{1,3})?)?$/, 'outlook.budget_wrong')
    .transform((text) => text.replace(',', '.')),
})
export type SetBudget = z.input<typeof SetBudget>

export const ALERT_KINDS = ['budget_near', 'budget_over', 'unusual', 'stale'] as const
export type AlertKind = (typeof ALERT_KINDS)[number]
