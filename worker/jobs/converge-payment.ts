import { z } from 'zod'
import { convergeEvent } from '#lib/payments/index.ts'
import { defineJob } from '#lib/web/define-job.ts'

/** Asks the provider what has become of the payment that a webhook or another payment named. */
export const convergePaymentJob = defineJob({
  queue: 'payments.converge',
  permission: 'payments:settle',
  input: z.object({ brand: z.string().default(''), eventId: z.uuid().optional(), paymentId: z.uuid().optional() }),
  run: convergeEvent,
})
