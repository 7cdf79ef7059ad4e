import { z } from 'zod'
import { watchUsage } from '#lib/outlook/index.ts'
import { defineJob } from '#lib/web/define-job.ts'

/** Once a day, when readings of the day before have come. */
export const watchUsageJob = defineJob({
  queue: 'usage.watch',
  permission: 'usage:watch',
  input: z.object({}),
  schedule: '40 7 * * *',
  run: (grant) => watchUsage(grant),
})
