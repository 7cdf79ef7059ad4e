'use server'

import { acceptPolicy } from '#lib/policies/index.ts'
import { AcceptPolicy, AgreeAndGoOn } from '#lib/policies/schema.ts'
import { localPath } from '#lib/web/current-path.ts'
import { defineAction } from '#lib/web/define-action.ts'

/** Agrees to a version that is announced, before it takes effect. */
export const acceptPolicyAction = defineAction({
  permission: 'policies:accept',
  input: AcceptPolicy,
  async run(grant, input) {
    await acceptPolicy(grant, input)
    return { message: 'policies.mine.done' }
  },
})

/** Agrees to the version in force and goes on to where the person wanted to be. */
export const agreeAction = defineAction({
  permission: 'policies:accept',
  input: AgreeAndGoOn,
  async run(grant, { next, ...input }) {
    await acceptPolicy(grant, input)
    return { redirectTo: localPath(next, `/${grant.brand}/me`) }
  },
})
