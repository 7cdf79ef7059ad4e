'use server'

import { resendCode } from '#lib/identity/index.ts'
import { AskAgain, EnterCode } from '#lib/identity/schema.ts'
import {
  acceptFee,
  continuePaid,
  openRequest,
  proveValue,
  sendValueCode,
  showIdentity,
  withdrawRequest,
  writeMessage,
} from '#lib/requests/index.ts'
import { OpenRequest, RequestStep, RequestWords } from '#lib/requests/schema.ts'
import { defineAction } from '#lib/web/define-action.ts'
import { currentVisitor } from '#lib/web/visitor.ts'

export const openRequestAction = defineAction({
  permission: 'requests:open',
  input: OpenRequest,
  limit: { times: 20, minutes: 60 },
  async run(grant, input) {
    const { id } = await openRequest(grant, input)
    return { redirectTo: `/${grant.brand}/me/requests/${id}?done=opened` }
  },
})

export const showIdentityAction = defineAction({
  permission: 'requests:show-identity',
  input: RequestStep,
  async run(grant, input) {
    await showIdentity(grant, input)
    return { redirectTo: `/${grant.brand}/me/requests/${input.request}?done=opened` }
  },
})

export const writeMessageAction = defineAction({
  permission: 'requests:follow',
  input: RequestWords,
  limit: { times: 60, minutes: 60 },
  async run(grant, input) {
    await writeMessage(grant, input)
    return { redirectTo: `/${grant.brand}/me/requests/${input.request}?done=written` }
  },
})

export const withdrawRequestAction = defineAction({
  permission: 'requests:follow',
  input: RequestStep,
  async run(grant, input) {
    await withdrawRequest(grant, input)
    return { redirectTo: `/${grant.brand}/me/requests/${input.request}?done=withdrawn` }
  },
})

/** Agreeing to a fee is agreeing to pay: the same permission, the same bill, the same ways to pay (LCK-13). */
export const acceptFeeAction = defineAction({
  permission: 'payments:pay',
  input: RequestStep,
  async run(grant, input) {
    return { redirectTo: `/${grant.brand}/me/bills/${await acceptFee(grant, input)}` }
  },
})

export const continuePaidAction = defineAction({
  permission: 'payments:pay',
  input: RequestStep,
  async run(grant, input) {
    await continuePaid(grant, input)
    return { redirectTo: `/${grant.brand}/me/requests/${input.request}?done=opened` }
  },
})

export const sendValueCodeAction = defineAction({
  permission: 'requests:prove-value',
  input: RequestStep,
  async run(grant, input) {
    const ticket = await sendValueCode(grant, input, await currentVisitor())
    return { redirectTo: `/${grant.brand}/me/requests/${input.request}/code?ticket=${ticket}` }
  },
})

export const proveValueAction = defineAction({
  permission: 'requests:prove-value',
  input: EnterCode.pick({ ticket: true, code: true }),
  async run(grant, input) {
    return { redirectTo: `/${grant.brand}/me/requests/${await proveValue(grant, input)}?done=proven` }
  },
})

export const resendValueCodeAction = defineAction({
  permission: 'requests:prove-value',
  input: AskAgain,
  async run(grant, input) {
    await resendCode(grant, input)
    return { message: 'identity.code.resent' }
  },
})
