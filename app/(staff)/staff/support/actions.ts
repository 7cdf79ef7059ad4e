'use server'

import { requestApproval } from '#lib/approvals/index.ts'
import { endSupport, findPerson, startSupportOperation } from '#lib/support/index.ts'
import { EndSupport, FindPerson, StartSupport } from '#lib/support/schema.ts'
import { defineAction } from '#lib/web/define-action.ts'

export const findPersonAction = defineAction({
  permission: 'support:find',
  input: FindPerson,
  limit: { times: 60, minutes: 60 },
  async run(grant, input) {
    const { id } = await findPerson(grant, input)
    // The name that was typed stays out of every address.
    return { redirectTo: `/staff/support/${grant.brand}/${id}` }
  },
})

export const askSupportAction = defineAction({
  permission: 'approvals:request',
  input: StartSupport,
  limit: { times: 30, minutes: 60 },
  async run(grant, input) {
    await requestApproval(grant, startSupportOperation, { input, reason: input.reason })
    return { redirectTo: '/staff/approvals?done=asked' }
  },
})

export const endSupportAction = defineAction({
  permission: 'support:end',
  input: EndSupport,
  async run(grant) {
    await endSupport(grant)
    return { redirectTo: '/staff/support?done=ended' }
  },
})
