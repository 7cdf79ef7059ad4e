'use server'

import { markTransfer, takeBackTransfer } from '#lib/transfers/index.ts'
import { MarkTransfer, TransferStep } from '#lib/transfers/schema.ts'
import { defineAction } from '#lib/web/define-action.ts'

const doneAt = (brand: string, done: string) => `/staff/transfers?brand=${brand}&done=${done}`

export const markTransferAction = defineAction({
  permission: 'transfers:mark',
  input: MarkTransfer,
  limit: { times: 60, minutes: 60 },
  async run(grant, input) {
    await markTransfer(grant, input)
    return { redirectTo: doneAt(grant.brand, 'marked') }
  },
})

export const takeBackTransferAction = defineAction({
  permission: 'transfers:mark',
  input: TransferStep,
  async run(grant, input) {
    await takeBackTransfer(grant, input)
    return { redirectTo: doneAt(grant.brand, 'takenBack') }
  },
})
