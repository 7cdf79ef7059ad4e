import { z } from 'zod'
import { recheckBill } from '#lib/payments/index.ts'
import { defineJob } from '#lib/web/define-job.ts'

/** Closes the checkouts of a bill that is not owed any more. */
export const recheckBillJob = defineJob({
  queue: 'payments.recheck',
  permission: 'payments:settle',
  input: z.object({ brand: z.string().default(''), billId: z.uuid() }),
  run: recheckBill,
})
