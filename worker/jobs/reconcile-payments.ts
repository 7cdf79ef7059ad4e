import { z } from 'zod'
import { reconcilePayments } from '#lib/payments/index.ts'
import { log } from '#lib/platform/log.ts'
import { defineJob } from '#lib/web/define-job.ts'

/** Asks the providers about payments of which nothing was heard. */
export const reconcilePaymentsJob = defineJob({
  queue: 'payments.reconcile',
  permission: 'payments:reconcile',
  input: z.object({}),
  schedule: '* * * * *',
  async run(grant) {
    const { asked, settled } = await reconcilePayments(grant)
    if (asked > 0) log.info({ asked, settled }, 'payments reconciled')
  },
})
