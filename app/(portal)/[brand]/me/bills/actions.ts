'use server'

import { startPayment } from '#lib/payments/index.ts'
import { StartPayment } from '#lib/payments/schema.ts'
import { defineAction } from '#lib/web/define-action.ts'

export const startPaymentAction = defineAction({
  permission: 'payments:pay',
  input: StartPayment,
  limit: { times: 30, minutes: 10 },
  async run(grant, input) {
    const { redirectTo } = await startPayment(grant, input)
    return { redirectTo }
  },
})
