import { z } from 'zod'
import { purgeViews } from '#lib/tracking/index.ts'
import { defineJob } from '#lib/web/define-job.ts'

/** Once a day. */
export const purgeViewsJob = defineJob({
  queue: 'tracking.purge',
  permission: 'tracking:purge',
  input: z.object({}),
  schedule: '40 18 * * *',
  run: (grant) => purgeViews(grant),
})
