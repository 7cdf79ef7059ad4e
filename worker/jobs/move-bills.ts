import { z } from 'zod'
import { moveBills } from '#lib/billing/index.ts'
import { defineJob } from '#lib/web/define-job.ts'

/** Once an hour, because the day begins at another hour in each zone; a bill is moved once a day at the most. */
export const moveBillsJob = defineJob({
  queue: 'bills.move',
  permission: 'bills:move',
  input: z.object({}),
  schedule: '3 * * * *',
  atStart: true,
  run: async (grant) => void (await moveBills(grant)),
})
