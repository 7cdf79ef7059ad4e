'use server'

import { endSupport, findPerson, startSupport } from '#lib/support/index.ts'
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

export const startSupportAction = defineAction({
  permission: 'support:start',
  input: StartSupport,
  limit: { times: 30, minutes: 60 },
  async run(grant, input) {
    await startSupport(grant, input)
    return { redirectTo: `/${grant.brand}/me` }
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
