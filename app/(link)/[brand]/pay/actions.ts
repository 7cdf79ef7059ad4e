'use server'

import { payByLink } from '#lib/payments/index.ts'
import { PayByLink } from '#lib/payments/schema.ts'
import { defineAction } from '#lib/web/define-action.ts'

export const payByLinkAction = defineAction({
  permission: 'bills:pay-by-link',
  input: PayByLink,
  limit: { times: 30, minutes: 10 },
  secret: ['token'],
  async run(grant, input) {
    const { redirectTo } = await payByLink(grant, input)
    return { redirectTo }
  },
})
