'use server'

import { requestApproval } from '#lib/approvals/index.ts'
import { ApprovalReason } from '#lib/approvals/schema.ts'
import { refundOperation } from '#lib/payments/index.ts'
import { RefundPayment } from '#lib/payments/schema.ts'
import { defineAction } from '#lib/web/define-action.ts'

export const askRefundAction = defineAction({
  permission: 'approvals:request',
  input: RefundPayment.extend({ reason: ApprovalReason }),
  limit: { times: 30, minutes: 60 },
  returnTo: () => '/staff/refunds',
  async run(grant, { reason, ...input }) {
    await requestApproval(grant, refundOperation, { input, reason })
    return { redirectTo: '/staff/approvals?done=asked' }
  },
})
