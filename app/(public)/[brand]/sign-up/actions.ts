'use server'

import { getManifest } from '#lib/brands/index.ts'
import { finishSignUp, resendCode, SignUpForm, startSignUp } from '#lib/identity/index.ts'
import { AskAgain, EnterCode } from '#lib/identity/schema.ts'
import { carrySession } from '#lib/web/carry-session.ts'
import { noteSignUp } from '#lib/web/cookie-jar.ts'
import { localPath } from '#lib/web/current-path.ts'
import { defineAction } from '#lib/web/define-action.ts'
import { currentVisitor } from '#lib/web/visitor.ts'

export const signUpAction = defineAction({
  permission: 'identity:sign-up',
  input: SignUpForm,
  async run(grant, input) {
    const step = await startSignUp(grant, input, await currentVisitor())
    const next = localPath(input.next, `/${grant.brand}/me`)
    if (step.kind === 'code')
      return {
        redirectTo: `/${grant.brand}/sign-up/code?ticket=${step.ticket}&next=${encodeURIComponent(next)}`,
      }
    await carrySession(step.token)
    await noteSignUp(getManifest(grant.brand))
    return { redirectTo: next }
  },
})

export const finishSignUpAction = defineAction({
  permission: 'identity:sign-up',
  input: EnterCode,
  async run(grant, input) {
    await carrySession(await finishSignUp(grant, input, await currentVisitor()))
    await noteSignUp(getManifest(grant.brand))
    return { redirectTo: localPath(input.next, `/${grant.brand}/me`) }
  },
})

export const resendSignUpCodeAction = defineAction({
  permission: 'identity:sign-up',
  input: AskAgain,
  async run(grant, input) {
    await resendCode(grant, input)
    return { message: 'identity.code.resent' }
  },
})
