'use server'

import { acknowledgeRecipient, decideRecipient } from '#lib/recipients/index.ts'
import { AcknowledgeRecipient, DecideRecipient } from '#lib/recipients/schema.ts'
import { defineAction } from '#lib/web/define-action.ts'

export const decideRecipientAction = defineAction({
  permission: 'consents:decide',
  input: DecideRecipient,
  limit: { times: 400, minutes: 60 },
  async run(grant, input) {
    await decideRecipient(grant, input)
    return { message: 'consents.done' }
  },
})

export const acknowledgeRecipientAction = defineAction({
  permission: 'consents:decide',
  input: AcknowledgeRecipient,
  async run(grant, input) {
    await acknowledgeRecipient(grant, input)
    return { message: 'consents.recipients.seen' }
  },
})
