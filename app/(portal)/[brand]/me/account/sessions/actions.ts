'use server'

import { z } from 'zod'
import { endOtherSessions, endSession } from '#lib/identity/index.ts'
import { EndSession } from '#lib/identity/schema.ts'
import { defineAction } from '#lib/web/define-action.ts'

export const endSessionAction = defineAction({
  permission: 'sessions:end',
  input: EndSession,
  async run(grant, input) {
    await endSession(grant, input)
    return { redirectTo: `/${grant.brand}/me/account/sessions?done=ended` }
  },
})

export const endOtherSessionsAction = defineAction({
  permission: 'sessions:end',
  input: z.object({}),
  async run(grant) {
    await endOtherSessions(grant)
    return { redirectTo: `/${grant.brand}/me/account/sessions?done=others` }
  },
})
