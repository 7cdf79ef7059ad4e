'use server'

import { approveOperation, refuseOperation, withdrawRequest } from '#lib/approvals/index.ts'
import { DecideApproval, RefuseApproval, WithdrawApproval } from '#lib/approvals/schema.ts'
import { OPERATIONS } from '#lib/operations/index.ts'
import { defineAction } from '#lib/web/define-action.ts'

const returnTo = () => '/staff/approvals'

export const approveAction = defineAction({
  permission: 'approvals:decide',
  input: DecideApproval,
  returnTo,
  async run(grant, input) {
    const { state, code } = await approveOperation(grant, OPERATIONS, input)
    return { redirectTo: `/staff/approvals?done=${state === 'done' ? 'approved' : `failed&code=${code}`}` }
  },
})

export const refuseAction = defineAction({
  permission: 'approvals:decide',
  input: RefuseApproval,
  returnTo,
  async run(grant, input) {
    await refuseOperation(grant, OPERATIONS, input)
    return { redirectTo: '/staff/approvals?done=refused' }
  },
})

export const withdrawAction = defineAction({
  permission: 'approvals:request',
  input: WithdrawApproval,
  async run(grant, input) {
    await withdrawRequest(grant, input)
    return { redirectTo: '/staff/approvals?done=withdrawn' }
  },
})
