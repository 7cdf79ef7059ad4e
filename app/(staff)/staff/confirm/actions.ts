'use server'

import { confirmStaff } from '#lib/identity/index.ts'
import { ConfirmByPassword } from '#lib/identity/schema.ts'
import { carrySession } from '#lib/web/carry-session.ts'
import { localPath } from '#lib/web/current-path.ts'
import { defineAction } from '#lib/web/define-action.ts'
import { currentVisitor } from '#lib/web/visitor.ts'

export const confirmStaffAction = defineAction({
  permission: 'staff:confirm',
  acrossBrands: true,
  input: ConfirmByPassword,
  async run(grant, input) {
    await carrySession(await confirmStaff(grant, input, await currentVisitor()))
    return { redirectTo: localPath(input.next, '/staff') }
  },
})
