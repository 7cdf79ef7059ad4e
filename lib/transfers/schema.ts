import { z } from 'zod'

export const MarkTransfer = z.object({
  /** The reference of the account. */
  ref: z.string().trim().min(3).max(60),
  /** ISO 3166-1, two letters. */
  country: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z]{2}$/, 'transfers.country_wrong'),
  reason: z.string().trim().min(10, 'transfers.reason_short').max(300),
})
export type MarkTransfer = z.output<typeof MarkTransfer>

export const TransferStep = z.object({ transfer: z.uuid() })
export type TransferStep = z.output<typeof TransferStep>
