'use server'

import { cancelAccount, undoCancel } from '#lib/retention/index.ts'
import { CancelAccount, UndoCancel } from '#lib/retention/schema.ts'
import { defineAction } from '#lib/web/define-action.ts'

export const cancelAccountAction = defineAction({
  permission: 'account:cancel',
  input: CancelAccount,
  limit: { times: 10, minutes: 60 },
  async run(grant) {
    await cancelAccount(grant)
    return { redirectTo: `/${grant.brand}/me/account` }
  },
})

export const undoCancelAction = defineAction({
  permission: 'account:undo-cancel',
  input: UndoCancel,
  async run(grant) {
    await undoCancel(grant)
    return { redirectTo: `/${grant.brand}/me/account?done=kept` }
  },
})
