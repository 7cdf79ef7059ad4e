'use server'

import { requestApproval } from '#lib/approvals/index.ts'
import { ApprovalReason } from '#lib/approvals/schema.ts'
import { publishPolicyOperation } from '#lib/policies/index.ts'
import { PublishPolicy } from '#lib/policies/schema.ts'
import { defineAction } from '#lib/web/define-action.ts'

export const askPublishAction = defineAction({
  permission: 'approvals:request',
  input: PublishPolicy.extend({ reason: ApprovalReason }),
  returnTo: () => '/staff/policies',
  async run(grant, { reason, ...input }) {
    await requestApproval(grant, publishPolicyOperation, { input, reason })
    return { redirectTo: '/staff/approvals?done=asked' }
  },
})
