'use server'

import { requestApproval } from '#lib/approvals/index.ts'
import { ApprovalReason } from '#lib/approvals/schema.ts'
import { cancelBillOperation, rebillOperation, writeOffBillOperation } from '#lib/billing/index.ts'
import { CorrectBill, WriteOffBill } from '#lib/billing/schema.ts'
import { defineAction } from '#lib/web/define-action.ts'

const ASKED = { redirectTo: '/staff/approvals?done=asked' }

export const askCancelAction = defineAction({
  permission: 'approvals:request',
  input: CorrectBill.extend({ why: ApprovalReason }),
  async run(grant, { why, ...input }) {
    await requestApproval(grant, cancelBillOperation, { input, reason: why })
    return ASKED
  },
})

export const askRebillAction = defineAction({
  permission: 'approvals:request',
  input: CorrectBill.extend({ why: ApprovalReason }),
  async run(grant, { why, ...input }) {
    await requestApproval(grant, rebillOperation, { input, reason: why })
    return ASKED
  },
})

export const askWriteOffAction = defineAction({
  permission: 'approvals:request',
  input: WriteOffBill.extend({ why: ApprovalReason }),
  async run(grant, { why, ...input }) {
    await requestApproval(grant, writeOffBillOperation, { input, reason: why })
    return ASKED
  },
})
