import { z } from 'zod'
import { planCharges } from '#lib/autopay/index.ts'
import { defineJob } from '#lib/web/define-job.ts'

/** Once an hour: quiet hours end at another one in each zone. A bill is planned once, however often this runs. */
export const planAutopayJob = defineJob({
  queue: 'autopay.plan',
  permission: 'autopay:run',
  input: z.object({}),
  schedule: '23 * * * *',
  run: async (grant) => void (await planCharges(grant)),
})
