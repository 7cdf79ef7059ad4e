import { z } from 'zod'

export const REASON_LENGTH = { min: 10, max: 500 } as const

const ApprovalReason = z.string().trim().min(REASON_LENGTH.min, 'approvals.reason_too_short').max(REASON_LENGTH.max)

/** Comes with whatever is asked for: why. The colleague who decides reads it; its name is nobody else's. */
export const AskApproval = z.object({ because: ApprovalReason })

export const DecideApproval = z.object({
  approval: z.uuid(),
  note: z.string().trim().max(REASON_LENGTH.max).optional(),
})
export type DecideApproval = z.output<typeof DecideApproval>

export const RefuseApproval = DecideApproval.extend({ note: ApprovalReason })
export type RefuseApproval = z.output<typeof RefuseApproval>

export const WithdrawApproval = DecideApproval.pick({ approval: true })
export type WithdrawApproval = z.output<typeof WithdrawApproval>

export const APPROVAL_STATES = ['requested', 'approved', 'refused', 'withdrawn', 'expired', 'done', 'failed'] as const
export type ApprovalState = (typeof APPROVAL_STATES)[number]
