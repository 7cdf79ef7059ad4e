'use server'

import { refundOperation } from '#lib/payments/index.ts'
import { RefundPayment } from '#lib/payments/schema.ts'
import { defineAsk } from '../define-ask.ts'

export const askRefundAction = defineAsk(refundOperation, {
  input: RefundPayment,
  limit: { times: 30, minutes: 60 },
  returnTo: () => '/staff/refunds',
})
