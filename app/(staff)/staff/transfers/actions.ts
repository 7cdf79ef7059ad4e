'use server'

import { markTransfer } from '#lib/transfers/index.ts'
import { MarkTransfer } from '#lib/transfers/schema.ts'
import { defineAction } from '#lib/web/define-action.ts'

export const markTransferAction = defineAction({
  permission: 'transfers:mark',
  input: MarkTransfer,
  limit: { times: 60, minutes: 60 },
  async run(grant, input) {
    await markTransfer(grant, input)
    return { message: 'transparency.transfers.done' }
  },
})
