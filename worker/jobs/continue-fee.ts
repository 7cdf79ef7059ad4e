import { z } from 'zod'
import { continueFee } from '#lib/requests/index.ts'
import { defineJob } from '#lib/web/define-job.ts'

export const continueFeeJob = defineJob({
  queue: 'requests.continue',
  permission: 'requests:continue',
  input: z.object({ brand: z.string(), bill: z.uuid() }),
  run: (grant, input) => continueFee(grant, input),
})
