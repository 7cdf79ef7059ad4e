'use server'

import { confirmByCode, confirmByPassword, resendCode, sendStepUpCode } from '#lib/identity/index.ts'
import { AskAgain, ConfirmByPassword, EnterCode, SendCode } from '#lib/identity/schema.ts'
import { carrySession } from '#lib/web/carry-session.ts'
import { localPath } from '#lib/web/current-path.ts'
import { defineAction } from '#lib/web/define-action.ts'
import { currentVisitor } from '#lib/web/visitor.ts'

export const confirmByPasswordAction = defineAction({
  permission: 'sessions:step-up',
  input: ConfirmByPassword,
  async run(grant, input) {
    await carrySession(await confirmByPassword(grant, input, await currentVisitor()))
    return { redirectTo: localPath(input.next, `/${grant.brand}/me`) }
  },
})

export const sendStepUpCodeAction = defineAction({
  permission: 'sessions:step-up',
  input: SendCode,
  async run(grant, input) {
    const ticket = await sendStepUpCode(grant, await currentVisitor())
    const next = encodeURIComponent(localPath(input.next, `/${grant.brand}/me`))
    return { redirectTo: `/${grant.brand}/me/confirm/code?ticket=${ticket}&next=${next}` }
  },
})

export const confirmByCodeAction = defineAction({
  permission: 'sessions:step-up',
  input: EnterCode,
  async run(grant, input) {
    await carrySession(await confirmByCode(grant, input, await currentVisitor()))
    return { redirectTo: localPath(input.next, `/${grant.brand}/me`) }
  },
})

export const resendStepUpCodeAction = defineAction({
  permission: 'sessions:step-up',
  input: AskAgain,
  async run(grant, input) {
    await resendCode(grant, input)
    return { message: 'identity.code.resent' }
  },
})
