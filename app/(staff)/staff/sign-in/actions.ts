'use server'

import { signInStaff } from '#lib/identity/index.ts'
import { StaffSignIn } from '#lib/identity/schema.ts'
import { carrySession } from '#lib/web/carry-session.ts'
import { localPath } from '#lib/web/current-path.ts'
import { defineAction } from '#lib/web/define-action.ts'
import { currentVisitor } from '#lib/web/visitor.ts'

export const signInStaffAction = defineAction({
  permission: 'identity:staff-sign-in',
  acrossBrands: true,
  input: StaffSignIn,
  async run(grant, input) {
    await carrySession(await signInStaff(grant, input, await currentVisitor()))
    return { redirectTo: localPath(input.next, '/staff') }
  },
})
