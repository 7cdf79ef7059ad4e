import { z } from 'zod'
import { sendRefund } from '#lib/payments/index.ts'
import { defineJob } from '#lib/web/define-job.ts'

/** Sends an approved refund to the provider. */
export const sendRefundJob = defineJob({
  queue: 'payments.refund',
  permission: 'payments:settle',
  input: z.object({ brand: z.string().default(''), refundId: z.uuid() }),
  run: (grant, { refundId }) => sendRefund(grant, refundId),
})
