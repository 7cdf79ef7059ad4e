'use server'

import { openRequest } from '#lib/requests/index.ts'
import { OpenRequest } from '#lib/requests/schema.ts'
import { defineAction } from '#lib/web/define-action.ts'

export const openRequestAction = defineAction({
  permission: 'requests:open',
  input: OpenRequest,
  limit: { times: 20, minutes: 60 },
  async run(grant, input) {
    const { id } = await openRequest(grant, input)
    return { redirectTo: `/${grant.brand}/me/requests?sent=${id}` }
  },
})
