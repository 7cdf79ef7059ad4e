'use server'

import { finishRecovery, resendCode, startRecovery } from '#lib/identity/index.ts'
import { AskAgain, AskForCode, ResetPassword } from '#lib/identity/schema.ts'
import { carrySession } from '#lib/web/carry-session.ts'
import { defineAction } from '#lib/web/define-action.ts'
import { currentVisitor } from '#lib/web/visitor.ts'

export const startRecoveryAction = defineAction({
  permission: 'identity:recover',
  input: AskForCode,
  async run(grant, input) {
    const ticket = await startRecovery(grant, input, await currentVisitor())
    return { redirectTo: `/${grant.brand}/recover/code?ticket=${ticket}` }
  },
})

export const finishRecoveryAction = defineAction({
  permission: 'identity:recover',
  input: ResetPassword,
  async run(grant, input) {
    await carrySession(await finishRecovery(grant, input, await currentVisitor()))
    return { redirectTo: `/${grant.brand}/me` }
  },
})

export const resendRecoveryCodeAction = defineAction({
  permission: 'identity:recover',
  input: AskAgain,
  async run(grant, input) {
    await resendCode(grant, input)
    return { message: 'identity.code.resent' }
  },
})
