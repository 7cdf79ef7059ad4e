'use server'

import { resendCode, sendSignInCode, signInWithCode, signInWithPassword } from '#lib/identity/index.ts'
import { AskAgain, AskForCode, EnterCode, SignIn } from '#lib/identity/schema.ts'
import { carrySession } from '#lib/web/carry-session.ts'
import { localPath } from '#lib/web/current-path.ts'
import { defineAction } from '#lib/web/define-action.ts'
import { currentVisitor } from '#lib/web/visitor.ts'

export const signInAction = defineAction({
  permission: 'identity:sign-in',
  input: SignIn,
  async run(grant, input) {
    await carrySession(await signInWithPassword(grant, input, await currentVisitor()))
    return { redirectTo: localPath(input.next, `/${grant.brand}/me`) }
  },
})

export const sendSignInCodeAction = defineAction({
  permission: 'identity:sign-in',
  input: AskForCode,
  async run(grant, input) {
    const ticket = await sendSignInCode(grant, input, await currentVisitor())
    const next = encodeURIComponent(localPath(input.next, `/${grant.brand}/me`))
    return { redirectTo: `/${grant.brand}/sign-in/code?ticket=${ticket}&next=${next}` }
  },
})

export const enterSignInCodeAction = defineAction({
  permission: 'identity:sign-in',
  input: EnterCode,
  async run(grant, input) {
    await carrySession(await signInWithCode(grant, input, await currentVisitor()))
    return { redirectTo: localPath(input.next, `/${grant.brand}/me`) }
  },
})

export const resendSignInCodeAction = defineAction({
  permission: 'identity:sign-in',
  input: AskAgain,
  async run(grant, input) {
    await resendCode(grant, input)
    return { message: 'identity.code.resent' }
  },
})
