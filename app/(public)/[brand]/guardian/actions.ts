'use server'

import { askGuardian, decideAsGuardian } from '#lib/identity/index.ts'
import { AskGuardian, DecideAsGuardian } from '#lib/identity/schema.ts'
import { withdrawAsGuardian } from '#lib/retention/index.ts'
import { WithdrawAsGuardian } from '#lib/retention/schema.ts'
import { defineAction } from '#lib/web/define-action.ts'
import { requestLocale } from '#lib/web/locale.ts'

const limit = { times: 20, minutes: 60 }

export const askGuardianAction = defineAction({
  permission: 'identity:sign-up',
  input: AskGuardian,
  limit,
  async run(grant, input) {
    await askGuardian(grant, input, await requestLocale())
    return { redirectTo: `/${grant.brand}/guardian/sent` }
  },
})

export const decideAsGuardianAction = defineAction({
  permission: 'guardians:decide',
  input: DecideAsGuardian,
  limit,
  async run(grant, input) {
    await decideAsGuardian(grant, input)
    return { redirectTo: `/${grant.brand}/guardian/${input.token}` }
  },
})

export const withdrawAsGuardianAction = defineAction({
  permission: 'guardians:decide',
  input: WithdrawAsGuardian,
  limit,
  async run(grant, input) {
    await withdrawAsGuardian(grant, input)
    return { redirectTo: `/${grant.brand}/guardian/${input.token}` }
  },
})
