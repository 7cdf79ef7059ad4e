'use server'

import { requestApproval } from '#lib/approvals/index.ts'
import { ApprovalReason } from '#lib/approvals/schema.ts'
import { defineAction } from '#lib/web/define-action.ts'
import { startWindDownOperation } from '#lib/wind-downs/index.ts'
import { StartWindDown } from '#lib/wind-downs/schema.ts'

export const askWindDownAction = defineAction({
  permission: 'approvals:request',
  input: StartWindDown.extend({ reason: ApprovalReason }),
  returnTo: (brand) => `/staff/wind-downs?brand=${brand}`,
  async run(grant, { reason, ...input }) {
    await requestApproval(grant, startWindDownOperation, { input, reason })
    return { redirectTo: '/staff/approvals?done=asked' }
  },
})
