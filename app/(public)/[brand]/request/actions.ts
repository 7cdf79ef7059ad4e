'use server'

import { confirmTracked, openPublicRequest, withdrawTracked, writeTracked } from '#lib/requests/index.ts'
import { ConfirmTracked, OpenPublicRequest, TrackedStep, TrackedWords } from '#lib/requests/schema.ts'
import { defineAction } from '#lib/web/define-action.ts'
import { requestLocale } from '#lib/web/locale.ts'

const limit = { times: 30, minutes: 60 }

export const openPublicRequestAction = defineAction({
  permission: 'requests:open-public',
  input: OpenPublicRequest,
  limit,
  async run(grant, input) {
    await openPublicRequest(grant, input, await requestLocale())
    return { redirectTo: `/${grant.brand}/request/sent` }
  },
})

export const confirmTrackedAction = defineAction({
  permission: 'requests:track',
  input: ConfirmTracked,
  limit,
  async run(grant, input) {
    const { request, inAccount } = await confirmTracked(grant, input)
    const page = inAccount ? `me/requests/${request}` : `request/${input.token}`
    return { redirectTo: `/${grant.brand}/${page}?done=opened` }
  },
})

export const writeTrackedAction = defineAction({
  permission: 'requests:track',
  input: TrackedWords,
  limit,
  async run(grant, input) {
    await writeTracked(grant, input)
    return { redirectTo: `/${grant.brand}/request/${input.token}?done=written` }
  },
})

export const withdrawTrackedAction = defineAction({
  permission: 'requests:track',
  input: TrackedStep,
  limit,
  async run(grant, input) {
    await withdrawTracked(grant, input)
    return { redirectTo: `/${grant.brand}/request/${input.token}?done=withdrawn` }
  },
})
