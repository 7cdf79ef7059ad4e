'use server'

import { requestApproval } from '#lib/approvals/index.ts'
import { ApprovalReason } from '#lib/approvals/schema.ts'
import {
  acceptCorrection,
  answerRequest,
  askFee,
  askIdentity,
  askPerson,
  extendRequest,
  refuseRequest,
  takeRequest,
  waiveFee,
} from '#lib/requests/index.ts'
import { AskFee, ExplainedStep, RefuseRequest, RequestStep } from '#lib/requests/schema.ts'
import {
  acceptDeletionOperation,
  deactivateChildAccount,
  eraseChildOperation,
  reactivateAccount,
} from '#lib/retention/index.ts'
import { AcceptDeletion, ChildAccount } from '#lib/retention/schema.ts'
import { defineAction } from '#lib/web/define-action.ts'

const permission = 'requests:handle'

/** What was done is said there: the form by which it was done is gone. */
function pageOf(brand: string, request: string, done?: string): string {
  return `/staff/requests/${brand}/${request}${done ? `?done=${done}` : ''}`
}

export const takeRequestAction = defineAction({
  permission,
  input: RequestStep,
  async run(grant, input) {
    await takeRequest(grant, input)
    return { redirectTo: pageOf(grant.brand, input.request, 'taken') }
  },
})

export const askIdentityAction = defineAction({
  permission,
  input: ExplainedStep,
  async run(grant, input) {
    await askIdentity(grant, input)
    return { redirectTo: pageOf(grant.brand, input.request, 'identity') }
  },
})

export const askPersonAction = defineAction({
  permission,
  input: ExplainedStep,
  async run(grant, input) {
    await askPerson(grant, input)
    return { redirectTo: pageOf(grant.brand, input.request, 'question') }
  },
})

export const askFeeAction = defineAction({
  permission,
  input: AskFee,
  async run(grant, input) {
    await askFee(grant, input)
    return { redirectTo: pageOf(grant.brand, input.request, 'fee') }
  },
})

export const waiveFeeAction = defineAction({
  permission,
  input: RequestStep,
  async run(grant, input) {
    await waiveFee(grant, input)
    return { redirectTo: pageOf(grant.brand, input.request, 'waived') }
  },
})

export const extendRequestAction = defineAction({
  permission,
  input: ExplainedStep,
  async run(grant, input) {
    await extendRequest(grant, input)
    return { redirectTo: pageOf(grant.brand, input.request, 'extended') }
  },
})

export const answerRequestAction = defineAction({
  permission,
  input: ExplainedStep,
  async run(grant, input) {
    await answerRequest(grant, input)
    return { redirectTo: pageOf(grant.brand, input.request) }
  },
})

export const refuseRequestAction = defineAction({
  permission,
  input: RefuseRequest,
  async run(grant, input) {
    await refuseRequest(grant, input)
    return { redirectTo: pageOf(grant.brand, input.request) }
  },
})

export const acceptCorrectionAction = defineAction({
  permission: 'requests:correct',
  input: ExplainedStep,
  async run(grant, input) {
    await acceptCorrection(grant, input)
    return { redirectTo: pageOf(grant.brand, input.request) }
  },
})

export const askDeletionAction = defineAction({
  permission: 'approvals:request',
  input: AcceptDeletion.extend({ reason: ApprovalReason }),
  async run(grant, { reason, ...input }) {
    await requestApproval(grant, acceptDeletionOperation, { input, reason })
    return { redirectTo: pageOf(grant.brand, input.request, 'asked') }
  },
})

export const deactivateChildAccountAction = defineAction({
  permission: 'requests:suspend',
  input: ChildAccount.pick({ account: true }),
  limit: { times: 60, minutes: 60 },
  async run(grant, input) {
    await deactivateChildAccount(grant, input)
    return { message: 'requests.staff.done.deactivated' }
  },
})

export const reactivateAccountAction = defineAction({
  permission: 'requests:suspend',
  input: ChildAccount.pick({ account: true }),
  limit: { times: 60, minutes: 60 },
  async run(grant, input) {
    await reactivateAccount(grant, input)
    return { message: 'requests.staff.done.reactivated' }
  },
})

export const askChildErasureAction = defineAction({
  permission: 'approvals:request',
  input: ChildAccount.extend({ reason: ApprovalReason }),
  limit: { times: 60, minutes: 60 },
  async run(grant, { reason, ...input }) {
    await requestApproval(grant, eraseChildOperation, { input, reason })
    return { redirectTo: pageOf(grant.brand, input.request, 'asked') }
  },
})
