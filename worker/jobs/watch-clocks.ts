import { z } from 'zod'
import { watchClocks } from '#lib/requests/index.ts'
import { defineJob } from '#lib/web/define-job.ts'

/** Once an hour: nobody waits longer than that to hear that a clock has run out. */
export const watchClocksJob = defineJob({
  queue: 'requests.watch',
  permission: 'requests:watch',
  input: z.object({}),
  schedule: '10 * * * *',
  run: (grant) => watchClocks(grant),
})
